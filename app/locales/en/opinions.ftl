# What somebody thinks of an order that has come.
opinion-title = Order { $number }: how was it?
opinion-text = You see what you told us here, and can change it. Only we read it; nothing of it is published.
opinion-mark = How was it?
opinion-5 = Very good
opinion-4 = Good
opinion-3 = All right
opinion-2 = Not so good
opinion-1 = Not good at all
opinion-words = In your words
opinion-button = Tell us
opinion-thanks = Thank you. We read every word.
opinion-nothing = Choose a mark or write a word, please.
desk-opinions = How was it?
desk-opinions-none = Nobody has told us yet.
letter-button-how_was_it = Tell us how it was
