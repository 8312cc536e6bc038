# Labels at the desk.
desk-print = Print the label
desk-print-zpl = As ZPL, for a label printer
desk-print-refused = Its carrier has no label to print.
desk-print-unknown = Its carrier does not answer. Try again in a moment.
