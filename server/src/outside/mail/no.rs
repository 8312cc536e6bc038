//! What a server's no to a recipient means: that there is no such box, which is so tomorrow as well, or anything else.

use super::Untaken;

/// Codes (RFC 3463, RFC 7505) by which there is no such box: no such name, no such host, moved away, a host that takes no mail.
const NO_BOX: &[&str] = &["5.1.1", "5.1.2", "5.1.6", "5.1.10"];
/// Replies (RFC 5321, 4.2.3) that mean the same where no such code says more.
const NO_BOX_BARE: &[u16] = &[550, 551, 553];

/// What a reply with a code of five hundred and more means that was given to a recipient. A box that is full is emptied; who is not
/// relayed for, or stands on somebody's list, is the shop, whose letters to others go on, and it can be mended. `why` is all that
/// was said.
pub(super) fn at_recipient(code: u16, said: &str, why: String) -> Untaken {
    match enhanced(said) {
        Some(code) if NO_BOX.contains(&code) => Untaken::NoSuchBox(why),
        Some(code) if code.starts_with("5.2.") || code.starts_with("5.7.") => Untaken::Later(why),
        Some(_) => Untaken::Refused(why),
        None if NO_BOX_BARE.contains(&code) => Untaken::NoSuchBox(why),
        None if code == 552 => Untaken::Later(why),
        None => Untaken::Refused(why),
    }
}

/// The code of a class, a subject and a detail that a reply begins with.
fn enhanced(said: &str) -> Option<&str> {
    let first = said.split_whitespace().next()?;
    let parts: Vec<&str> = first.split('.').collect();
    let digits = |part: &&str| (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    (parts.len() == 3 && parts[0] == "5" && parts.iter().all(digits)).then_some(first)
}

/// What was said, without whom it was said of: servers like to quote it, and a log is read by many.
pub fn without(said: &str, recipient: &str) -> String {
    let (low, name) = (said.to_ascii_lowercase(), recipient.to_ascii_lowercase());
    let name = name.trim_start_matches('+');
    if name.is_empty() {
        return said.to_owned();
    }
    let (mut left, mut from) = (String::with_capacity(said.len()), 0);
    while let Some(at) = low[from..].find(name) {
        left.push_str(&said[from..from + at]);
        left.push_str("...");
        from += at + name.len();
    }
    left.push_str(&said[from..]);
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_that_there_is_no_such_box_is_about_the_box() {
        let table = [
            (550, "5.1.1 nobody of that name", Untaken::NoSuchBox as fn(String) -> Untaken),
            (550, "5.1.10 the domain takes no mail", Untaken::NoSuchBox),
            (553, "5.1.6 moved", Untaken::NoSuchBox),
            (550, "no such user here", Untaken::NoSuchBox),
            (551, "not local", Untaken::NoSuchBox),
            (553, "mailbox name not allowed", Untaken::NoSuchBox),
            (550, "5.7.1 relaying denied", Untaken::Later),
            (554, "5.7.1 your host is on a list", Untaken::Later),
            (550, "5.7.26 not signed", Untaken::Later),
            (552, "5.2.2 over quota", Untaken::Later),
            (550, "5.2.2 mailbox full", Untaken::Later),
            (552, "too much", Untaken::Later),
            (554, "transaction failed", Untaken::Refused),
            (550, "5.4.1 no answer from host", Untaken::Refused),
            (501, "5.5.4 bad parameters", Untaken::Refused),
            (550, "5.1 is no such code", Untaken::NoSuchBox),
        ];
        for (code, said, means) in table {
            assert_eq!(at_recipient(code, said, said.to_owned()), means(said.to_owned()), "{code} {said}");
        }
    }

    #[test]
    fn whom_a_letter_goes_to_is_left_out_of_the_log() {
        let said = "permanent error (550): <Ada@Example.org>: nobody; ada@example.org";
        assert_eq!(without(said, "ada@example.org"), "permanent error (550): <...>: nobody; ...");
        assert_eq!(without("400 the number 37120000000 is none", "+37120000000"), "400 the number ... is none");
        assert_eq!(without("451 Ä later", "ä@x"), "451 Ä later");
        assert_eq!(without("said", ""), "said");
    }
}
