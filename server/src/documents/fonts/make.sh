#!/usr/bin/env bash
# Cuts the fonts of documents down to what the shop's languages, and the names and addresses of its buyers, are written with.
#
#   server/src/documents/fonts/make.sh
#
# Takes Debian's packages fonts-manrope, fonts-noto-core and fonts-noto-cjk; Python needs fonttools. Of Chinese and Japanese
# there are the characters of GB 2312 and JIS X 0208 (10,202 together), which hold all but rare names, each in its own
# country's form.
set -euo pipefail
fonts=$(cd "$(dirname "$0")" && pwd)
debian=/usr/share/fonts
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT

cut_font() { # source, letters, result, more
  python3 -m fontTools.subset "$1" --unicodes="$2" --no-hinting --drop-tables+=DSIG --output-file="$fonts/$3" "${@:4}"
}

latin=U+0020-024F,U+02B0-02FF,U+0300-036F,U+0370-03FF,U+0400-052F,U+1E00-1EFF,U+2000-206F,U+20A0-20BF,U+2100-214F,U+2190-21FF,U+2212,U+25A1
features=--layout-features=kern,locl,tnum
cut_font $debian/truetype/manrope/Manrope-Regular.ttf "$latin" manrope-regular.ttf "$features"
cut_font $debian/truetype/manrope/Manrope-Bold.ttf "$latin" manrope-bold.ttf "$features"

features=--layout-features='*'
cut_font $debian/truetype/noto/NotoSansArabic-Regular.ttf U+0600-06FF,U+25CC noto-arabic.ttf "$features"
cut_font $debian/truetype/noto/NotoSansThai-Regular.ttf U+0E01-0E3A,U+0E3F-0E5B,U+25CC noto-thai.ttf "$features"
cut_font $debian/truetype/noto/NotoSansDevanagari-Regular.ttf U+0900-097F,U+200C-200D,U+25CC noto-devanagari.ttf "$features"

python3 - > "$room/han" <<'END'
known = lambda codec: {bytes([row, cell]).decode(codec, "ignore") for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF)}
han = {ord(sign) for sign in known("gb2312") | known("euc_jp") if len(sign) == 1}
marks = [0x25A1, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, *range(0xFF61, 0xFFA0)]
print(",".join(f"U+{sign:04X}" for sign in sorted({sign for sign in han if sign >= 0x3000} | set(marks))))
END
cut_font $debian/opentype/noto/NotoSansCJK-Regular.ttc "$(cat "$room/han")" noto-cjk.otf --font-number=0 \
  --layout-features=locl,ccmp --layout-scripts=DFLT,hani.ZHS,hani.JAN,kana.JAN,kana.ZHS --drop-tables+=vhea,vmtx,VORG,BASE
