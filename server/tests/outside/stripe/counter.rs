//! What the stand-in for Stripe does when it is asked, and what shoppers and their banks do there.

use serde_json::{Value, json};

use super::fake::{Books, FakeStripe, Told, Words, refused};

const KEEP: &str = "payment_intent_data[setup_future_usage]";
const CANCELLABLE: &[&str] = &["requires_capture", "requires_action", "requires_payment_method", "requires_confirmation"];

pub fn get(books: &Books, path: &str, asked: &Words) -> Told {
    let expands = |what: &str| asked.iter().any(|(name, value)| name.starts_with("expand[") && value == what);
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    match parts[..] {
        ["v1", "checkout", "sessions", id] => {
            let Some(session) = books.sessions.iter().find(|session| session["id"] == id) else { return missing() };
            let mut session = session.clone();
            let intent = session["payment_intent"].as_str().and_then(|id| books.intents.get(id)).cloned();
            if let Some(mut intent) = intent.filter(|_| expands("payment_intent")) {
                let method = intent["payment_method"].as_str().and_then(|id| books.methods.get(id));
                if let Some(method) = method.filter(|_| expands("payment_intent.payment_method")) {
                    intent["payment_method"] = method.clone();
                }
                if !expands("payment_intent.latest_charge") && !intent["latest_charge"].is_null() {
                    intent["latest_charge"] = intent["latest_charge"]["id"].take();
                }
                session["payment_intent"] = intent;
            }
            (200, session)
        }
        ["v1", "payment_intents", id] => books.intents.get(id).map_or_else(missing, |intent| (200, intent.clone())),
        ["v1", "payment_methods", id] => books.methods.get(id).map_or_else(missing, |method| (200, method.clone())),
        ["v1", "refunds"] => (200, json!({ "object": "list", "data": books.refunds, "has_more": false })),
        ["v1", "disputes"] => {
            let of = asked.get("payment_intent").map(String::as_str);
            let found: Vec<&Value> = books.disputes.iter().filter(|dispute| dispute["payment_intent"].as_str() == of).collect();
            (200, json!({ "object": "list", "data": found, "has_more": false }))
        }
        _ => missing(),
    }
}

pub fn post(books: &mut Books, path: &str, words: &Words) -> Told {
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    match parts[..] {
        ["v1", "customers"] if words.contains_key("email") => {
            let id = format!("cus_{}", books.customers.len() + 1);
            books.customers.push(id.clone());
            (200, json!({ "id": id, "object": "customer" }))
        }
        ["v1", "payment_methods", id, "detach"] => match books.methods.get_mut(id) {
            Some(method) if method["customer"].is_string() => {
                method["customer"] = Value::Null;
                (200, method.clone())
            }
            Some(_) => refused("The payment method you provided is not attached to a customer so detachment is impossible."),
            None => missing(),
        },
        ["v1", "checkout", "sessions"] => open(books, words),
        ["v1", "checkout", "sessions", id, "expire"] => match books.sessions.iter_mut().find(|session| session["id"] == id) {
            Some(session) if session["status"] == "open" => {
                session["status"] = json!("expired");
                session["url"] = Value::Null;
                (200, session.clone())
            }
            Some(_) => refused("Only Checkout Sessions with a status in [\"open\"] can be expired."),
            None => missing(),
        },
        ["v1", "payment_intents", id, what @ ("capture" | "cancel")] => end(books, id, what, words),
        ["v1", "refunds"] => refund(books, words),
        _ => missing(),
    }
}

/// Customers are all that can be deleted; their cards are nobody's then.
pub fn delete(books: &mut Books, path: &str) -> Told {
    let Some(at) = path.strip_prefix("/v1/customers/").and_then(|id| books.customers.iter().position(|one| one == id)) else {
        return missing();
    };
    let id = books.customers.remove(at);
    books.methods.values_mut().filter(|method| method["customer"] == *id).for_each(|method| method["customer"] = Value::Null);
    (200, json!({ "id": id, "object": "customer", "deleted": true }))
}

fn missing() -> Told {
    super::fake::error(404, "invalid_request_error", "No such thing")
}

fn open(books: &mut Books, words: &Words) -> Told {
    let word = |name: &str| words.get(name).map(String::as_str);
    let unit = "line_items[0][price_data]";
    let amount = word(&format!("{unit}[unit_amount]")).and_then(|amount| amount.parse::<i64>().ok());
    let kind = word("payment_method_types[0]").unwrap_or_default();
    let Some(amount) = amount.filter(|_| word("mode") == Some("payment") && word("line_items[0][quantity]") == Some("1")) else {
        return refused("nothing to pay");
    };
    if let Some(until) = word("expires_at").map(|until| until.parse::<i64>().unwrap())
        && !(books.now + 1800..=books.now + 86_400).contains(&until)
    {
        return refused("The `expires_at` timestamp must be between 30 minutes and 24 hours from now.");
    }
    if kind == "customer_balance" && word("customer").is_none() {
        return refused("`customer` must be provided when using `customer_balance`.");
    }
    if word("customer").is_some() && word("customer_email").is_some() {
        return refused("You may only specify one of these parameters: customer, customer_email.");
    }
    if word("customer").is_some_and(|name| !books.customers.iter().any(|one| one == name)) {
        return refused("No such customer");
    }
    let kept = words.keys().any(|name| name.starts_with("saved_payment_method_options")) || words.contains_key(KEEP);
    if kept && word("customer").is_none() {
        return refused("`customer` must be provided to keep or show what is paid with.");
    }
    let filters = words.iter().filter(|(name, _)| name.contains("[allow_redisplay_filters]"));
    if filters.map(|(_, value)| value.as_str()).any(|value| !["always", "limited", "unspecified"].contains(&value)) {
        return refused("Invalid allow_redisplay_filters");
    }
    if word(KEEP).is_some_and(|usage| !["on_session", "off_session"].contains(&usage)) {
        return refused("Invalid payment_intent_data[setup_future_usage]");
    }
    if kind == "wechat_pay" && word("payment_method_options[wechat_pay][client]").is_none() {
        return refused("`client` is missing.");
    }
    let id = format!("cs_test_{}", books.sessions.len() + 1);
    let session = json!({
        "id": id, "object": "checkout.session", "livemode": false, "status": "open", "payment_status": "unpaid", "payment_intent": null,
        "url": format!("https://checkout.stripe.com/c/pay/{id}"), "amount_total": amount, "currency": word(&format!("{unit}[currency]")),
        "client_reference_id": word("client_reference_id"), "metadata": { "payment": word("metadata[payment]") },
        "words": words,
    });
    books.sessions.push(session.clone());
    (200, session)
}

fn end(books: &mut Books, id: &str, what: &str, words: &Words) -> Told {
    let open = books.sessions.iter().any(|session| session["payment_intent"] == id && session["status"] == "open");
    let Some(intent) = books.intents.get_mut(id) else { return missing() };
    let status = intent["status"].as_str().unwrap().to_owned();
    let amount = intent["amount"].as_i64().unwrap();
    // Without an amount Stripe takes everything.
    let part = words.get("amount_to_capture").map_or(amount, |part| part.parse().unwrap());
    match what {
        "capture" if status == "requires_capture" && !(1..=amount).contains(&part) => {
            return refused("The amount to capture is more than the remaining capturable amount.");
        }
        "capture" if status == "requires_capture" => {
            intent["status"] = json!("succeeded");
            intent["amount_received"] = json!(part);
            intent["latest_charge"]["amount_captured"] = json!(part);
            // What is not taken is let go, which is a refund to Stripe.
            intent["latest_charge"]["amount_refunded"] = json!(amount - part);
        }
        "cancel" if CANCELLABLE.contains(&status.as_str()) && !open => {
            intent["status"] = json!("canceled");
            if status == "requires_capture" {
                intent["latest_charge"]["amount_refunded"] = json!(amount);
            }
        }
        _ => return refused(&format!("This PaymentIntent could not be {what}d because it has a status of {status}.")),
    }
    (200, intent.clone())
}

fn refund(books: &mut Books, words: &Words) -> Told {
    let Some(intent) = words.get("payment_intent").and_then(|id| books.intents.get_mut(id)) else { return missing() };
    let charge = &mut intent["latest_charge"];
    let number = |charge: &Value, name: &str| charge[name].as_i64().unwrap_or(0);
    // What is only reserved is let go, not given back.
    let taken = number(charge, "amount_captured") > 0;
    let left = if taken { number(charge, "amount") - number(charge, "amount_refunded") } else { 0 };
    // Without an amount Stripe gives back everything.
    let amount = words.get("amount").map_or(left, |amount| amount.parse().unwrap());
    if charge["disputed"] == true {
        return refused("The charge has been charged back; cannot issue a refund.");
    }
    if amount <= 0 || amount > left {
        return refused("Refund amount is greater than unrefunded amount on charge.");
    }
    charge["amount_refunded"] = json!(number(charge, "amount_refunded") + amount);
    let id = format!("re_{}", books.refunds.len() + 1);
    let refund = json!({ "id": id, "object": "refund", "amount": amount, "status": "succeeded", "words": words });
    books.refunds.push(refund.clone());
    (200, refund)
}

/// What shoppers and banks do.
impl FakeStripe {
    pub fn session(&self, id: &str) -> Value {
        self.books().sessions.iter().find(|session| session["id"] == id).unwrap().clone()
    }

    /// A word the session was opened with.
    pub fn word(&self, id: &str, name: &str) -> Option<String> {
        self.session(id)["words"][name].as_str().map(str::to_owned)
    }

    /// The shopper's payment is like this now; the page is done with unless it is said to be open.
    fn is(&self, id: &str, status: &str, page: &str, change: impl FnOnce(&mut Value)) {
        let mut books = self.books();
        let session = books.sessions.iter_mut().find(|session| session["id"] == id).unwrap();
        let name = id.replace("cs_test", "pi");
        session["payment_intent"] = json!(name);
        session["status"] = json!(page);
        let (amount, currency) = (session["amount_total"].clone(), session["currency"].clone());
        let words = &session["words"];
        let new = json!({
            "id": name, "object": "payment_intent", "amount": amount, "currency": currency, "amount_received": 0, "latest_charge": null,
            "metadata": { "payment": words["payment_intent_data[metadata][payment]"] }, "last_payment_error": null, "next_action": null,
            "capture_method": words.get("payment_intent_data[capture_method]").cloned().unwrap_or(json!("automatic")),
        });
        let intent = books.intents.entry(name).or_insert(new);
        intent["status"] = json!(status);
        change(intent);
    }

    /// The shopper pays: the money is there, or reserved where that was asked for.
    pub fn pay(&self, id: &str) {
        let promised = self.word(id, "payment_intent_data[capture_method]").as_deref() == Some("manual");
        let method = {
            let customer = self.word(id, "customer").filter(|_| self.word(id, KEEP).is_some());
            let mut books = self.books();
            let name = format!("pm_{}", books.methods.len() + 1);
            let card = json!({ "brand": "visa", "last4": "4242", "exp_month": 12, "exp_year": 2034 });
            let method = json!({ "id": name, "object": "payment_method", "type": "card", "customer": customer, "card": card });
            books.methods.insert(name.clone(), method);
            name
        };
        self.is(id, if promised { "requires_capture" } else { "succeeded" }, "complete", |intent| {
            intent["payment_method"] = json!(method);
            let amount = intent["amount"].as_i64().unwrap();
            let taken = if promised { 0 } else { amount };
            intent["amount_received"] = json!(taken);
            intent["next_action"] = Value::Null;
            intent["latest_charge"] = json!({
                "id": "ch_1", "object": "charge", "amount": amount, "amount_captured": taken, "amount_refunded": 0, "disputed": false,
            });
        });
    }

    /// The page says how to pay, and the shopper goes to do it.
    pub fn shows(&self, id: &str, next: &Value) {
        self.is(id, "requires_action", "complete", |intent| intent["next_action"] = next.clone());
    }

    /// The bank says no; the page is still open, or done with.
    pub fn declines(&self, id: &str, page: &str, why: &Value) {
        self.is(id, "requires_payment_method", page, |intent| intent["last_payment_error"] = why.clone());
    }

    /// Nobody took what was reserved in time: Stripe lets it go by itself.
    pub fn expires(&self, id: &str) {
        self.is(id, "canceled", "complete", |intent| {
            intent["cancellation_reason"] = json!("automatic");
            intent["latest_charge"]["amount_refunded"] = intent["amount"].clone();
        });
    }

    /// What was refunded first cannot be delivered: it is no longer refunded, as Stripe counts.
    pub fn bounces(&self, id: &str) {
        let mut books = self.books();
        let amount = books.refunds[0]["amount"].as_i64().unwrap();
        books.refunds[0]["status"] = json!("failed");
        let charge = &mut books.intents.get_mut(&id.replace("cs_test", "pi")).unwrap()["latest_charge"];
        charge["amount_refunded"] = json!(charge["amount_refunded"].as_i64().unwrap() - amount);
    }

    /// The shopper's bank fetches this much back.
    pub fn disputes(&self, id: &str, amount: i64, status: &str) {
        let intent = id.replace("cs_test", "pi");
        let mut books = self.books();
        books.intents.get_mut(&intent).unwrap()["latest_charge"]["disputed"] = json!(true);
        books.disputes =
            vec![json!({ "id": "dp_1", "object": "dispute", "payment_intent": intent, "amount": amount, "status": status })];
    }
}
