#!/usr/bin/env bash
# Cuts the fonts of public/fonts down to what the shop's languages write with.
#
#   app/data/make/fonts.sh FOLDER
#
# FOLDER is a node_modules with @fontsource-variable/noto-sans-arabic and @fontsource-variable/noto-sans-thai.
# Python needs fonttools and brotli. Weights are kept from 400 to 700, the ones the style sheets use.
set -euo pipefail
packages=$1/@fontsource-variable
fonts=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../public/fonts" && pwd)
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT

cut_font() { # source, letters, result
  python3 -m fontTools.subset "$1" --unicodes="$2" --layout-features='*' --flavor=woff2 --no-hinting --output-file="$fonts/$3.woff2"
}

noto() { # package, script, letters
  python3 -m fontTools.varLib.instancer --quiet "$packages/$1/files/$1-$2-wght-normal.woff2" wght=400:700 -o "$room/$1.ttf"
  cut_font "$room/$1.ttf" "$3" "$1"
  cp "$packages/$1/LICENSE" "$fonts/$1-license.txt"
}

noto noto-sans-arabic arabic U+0600-06FF,U+200C-200F,U+25CC
noto noto-sans-thai thai U+0E01-0E3A,U+0E3F-0E5B,U+200B-200D,U+25CC

# The signs of currencies, so that a rupee does not bring all extended Latin with it.
signs=U+20A3,U+20A9-20AB,U+20AE,U+20B1,U+20B4,U+20B9,U+20BA,U+20BD,U+20BF
cut_font "$fonts/manrope-latin-ext.woff2" "$signs" manrope-currency
