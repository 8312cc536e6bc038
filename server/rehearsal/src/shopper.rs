//! A shopper whose browser has no script: follows links and redirects, fills forms, keeps cookies.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::time::Duration;

use crate::chance::Chance;
use crate::client::{Answer, Client};
use crate::page::{between, field, is_acknowledged, link, percent, says_paid};

mod step;

pub use step::{Snag, Step};

/// What stands on the review page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// The sum in the form, minor units.
    pub total: String,
    /// The sum on the button, as shown.
    pub shown: String,
}

/// How browsers send forms.
pub const FORM: &str = "application/x-www-form-urlencoded";

/// A test card that pays at once.
pub const PAYS: &str = "4242424242424242";

/// A shopper.
pub struct Shopper {
    client: Client,
    addr: SocketAddr,
    jar: BTreeMap<String, String>,
    think: Option<(Chance, (u64, u64))>,
    hurried: bool,
    way: &'static str,
    service: &'static str,
    code: Option<&'static str>,
}

impl Shopper {
    /// A new one, with no cookies.
    pub fn new(addr: SocketAddr) -> Self {
        Self {
            client: Client::new(addr),
            addr,
            jar: BTreeMap::new(),
            think: None,
            hurried: false,
            way: "card",
            service: "standard",
            code: None,
        }
    }

    /// Thinks so many milliseconds before each page, at least and at most.
    pub fn thinking(mut self, chance: Chance, pause: (u64, u64)) -> Self {
        self.think = Some((chance, pause));
        self
    }

    /// Opens only pages that the next form needs something of.
    pub fn hurried(mut self) -> Self {
        self.hurried = true;
        self
    }

    /// Pays this way.
    pub fn by(mut self, way: &'static str) -> Self {
        self.way = way;
        self
    }

    /// Has it come this way.
    pub fn sent(mut self, service: &'static str) -> Self {
        self.service = service;
        self
    }

    /// Buys with this code.
    pub fn with_code(mut self, code: &'static str) -> Self {
        self.code = Some(code);
        self
    }

    /// The same browser once more, with a connection of its own.
    pub fn twin(&self) -> Self {
        Self { jar: self.jar.clone(), way: self.way, ..Self::new(self.addr) }
    }

    /// Where it shops.
    pub const fn addr(&self) -> SocketAddr {
        self.addr
    }

    /// Opens a page; where it leads elsewhere, that is the answer.
    pub async fn open(&mut self, path: &str) -> Step<Answer> {
        if let Some((chance, (least, most))) = &mut self.think {
            let pause = chance.millis(*least, *most);
            tokio::time::sleep(pause).await;
        }
        let request = format!("GET {path} HTTP/1.1\r\n{}\r\n", self.head());
        self.ask(path, request.as_bytes()).await
    }

    /// Sends a form.
    pub async fn send(&mut self, path: &str, fields: &[(&str, &str)]) -> Step<Answer> {
        let request = self.form(path, fields);
        self.ask(path, request.as_bytes()).await
    }

    /// Sends whatever it is as if it were a form of this kind.
    pub async fn send_body(&mut self, path: &str, kind: &str, body: &[u8]) -> Step<Answer> {
        let mut request = self.posted(path, kind, body.len()).into_bytes();
        request.extend_from_slice(body);
        self.ask(path, &request).await
    }

    /// A form as it goes over the wire.
    pub fn form(&self, path: &str, fields: &[(&str, &str)]) -> String {
        let body: Vec<String> = fields.iter().map(|(name, value)| format!("{}={}", percent(name), percent(value))).collect();
        let body = body.join("&");
        format!("{}{body}", self.posted(path, FORM, body.len()))
    }

    fn posted(&self, path: &str, kind: &str, length: usize) -> String {
        format!(
            "POST {path} HTTP/1.1\r\n{}content-type: {kind}\r\norigin: http://{}\r\nsec-fetch-site: same-origin\r\n\
             content-length: {length}\r\n\r\n",
            self.head(),
            self.addr
        )
    }

    fn head(&self) -> String {
        let jar: Vec<String> = self.jar.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let cookies = if jar.is_empty() { String::new() } else { format!("cookie: {}\r\n", jar.join("; ")) };
        format!("host: {}\r\naccept: text/html,application/xhtml+xml\r\naccept-language: en\r\n{cookies}", self.addr)
    }

    async fn ask(&mut self, path: &str, request: &[u8]) -> Step<Answer> {
        const PATIENCE: Duration = Duration::from_secs(30);
        let asked = tokio::time::timeout(PATIENCE, self.client.ask(request)).await;
        let answer = asked.map_err(|_| Snag::Gone(format!("{path}: no answer in 30 s")))?;
        let answer = answer.map_err(|error| Snag::Gone(format!("{path}: {error}")))?;
        for (name, value) in answer.headers() {
            if name.eq_ignore_ascii_case("set-cookie")
                && let Some((key, value)) = value.split(';').next().unwrap_or_default().split_once('=')
            {
                self.jar.insert(key.to_owned(), value.to_owned());
            }
        }
        if answer.status >= 500 { Err(Snag::Broke(answer.status, path.to_owned())) } else { Ok(answer) }
    }

    /// Sends a form without waiting for what comes of it: leaves after `stay`.
    pub async fn send_and_leave(&mut self, path: &str, fields: &[(&str, &str)], stay: Duration) {
        let request = self.form(path, fields);
        // Whether it was read before the shopper left is what is to be found out.
        let _ = tokio::time::timeout(stay, self.client.ask(request.as_bytes())).await;
        self.client = Client::new(self.addr);
    }

    /// Where a form led to, as a path of this shop.
    pub fn led(&self, answer: &Answer, path: &str) -> Step<String> {
        let to = answer.header("location").filter(|_| answer.status == 303);
        let to = to.ok_or_else(|| Snag::Strange(format!("{path} answered {} and led nowhere", answer.status)))?;
        Ok(to.strip_prefix(&format!("http://{}", self.addr)).unwrap_or(to).to_owned())
    }

    /// Sends a form that must lead to a page that starts so; any other is a refusal.
    async fn onward(&mut self, path: &str, fields: &[(&str, &str)], wanted: &str) -> Step<()> {
        let answer = self.send(path, fields).await?;
        let to = self.led(&answer, path)?;
        if to.starts_with(wanted) && !to.contains("refused") && !to.contains("errors") { Ok(()) } else { Err(Snag::Refused(to)) }
    }

    /// A page that is only looked at.
    async fn glance(&mut self, path: &str) -> Step<()> {
        if self.hurried { Ok(()) } else { self.page(path).await.map(drop) }
    }

    /// A page that must be there; where it leads elsewhere, that is a refusal.
    pub async fn page(&mut self, path: &str) -> Step<String> {
        let answer = self.open(path).await?;
        match answer.status {
            200 => Ok(answer.text()),
            302 | 303 | 307 => Err(Snag::Refused(answer.header("location").unwrap_or_default().to_owned())),
            other => Err(Snag::Strange(format!("{path} answered {other}"))),
        }
    }

    /// Looks at the first page and at a product, and puts one of it in the cart.
    pub async fn fill_cart(&mut self, slug: &str) -> Step<()> {
        self.glance("/en/").await?;
        let product = format!("/en/products/{slug}");
        let html = self.page(&product).await?;
        let sold_out = || Snag::Refused(format!("{product}: nothing to put in the cart"));
        let variant = field(&html, "variant").ok_or_else(sold_out)?;
        let fields = [("lang", "en"), ("variant", variant.as_str()), ("quantity", "1"), ("back", product.as_str())];
        self.onward("/api/cart/add", &fields, "/en/cart").await?;
        self.glance("/en/cart").await
    }

    /// From the cart to the last page before the order.
    pub async fn reach_review(&mut self, name: &str) -> Step<Review> {
        self.glance("/en/checkout/address").await?;
        let email = format!("{}@example.com", name.replace(' ', "."));
        let address = [
            ("lang", "en"),
            ("address[email]", email.as_str()),
            ("address[country]", "LV"),
            ("address[name]", name),
            ("address[line1]", "Brivibas iela 12"),
            ("address[postcode]", "LV-1010"),
            ("address[city]", "Riga"),
        ];
        self.onward("/api/checkout/address", &address, "/en/checkout/delivery").await?;
        self.glance("/en/checkout/delivery").await?;
        let service = [("lang", "en"), ("service", self.service)];
        self.onward("/api/checkout/delivery", &service, "/en/checkout/payment").await?;
        self.glance("/en/checkout/payment").await?;
        self.onward("/api/checkout/payment", &[("lang", "en"), ("way", self.way)], "/en/checkout/review").await?;
        let html = self.page("/en/checkout/review").await?;
        let strange = || Snag::Strange("the review page has no sum".to_owned());
        let total = field(&html, "total").ok_or_else(strange)?;
        let button = html.split("/api/checkout/place").nth(1).and_then(|rest| between(rest, "<button", "</button>"));
        // `Pay €29.40` or `Order with obligation to pay €29.40`, after the tag's own end.
        let says = button.and_then(|button| button.split_once('>').map(|(_, says)| says.to_owned())).ok_or_else(strange)?;
        let shown = says.rsplit_once(' ').map(|(_, sum)| sum.to_owned()).ok_or_else(strange)?;
        Ok(Review { total, shown })
    }

    /// Types a code into the cart.
    pub async fn types(&mut self, code: &str) -> Step<()> {
        self.onward("/api/offers/code", &[("lang", "en"), ("code", code)], "/en/cart").await
    }

    /// Places the order: the address of the provider's page, or of the order's when the provider does not answer.
    pub async fn place(&mut self, review: &Review) -> Step<String> {
        let answer = self.send("/api/checkout/place", &[("lang", "en"), ("total", &review.total)]).await?;
        let to = self.led(&answer, "/api/checkout/place")?;
        if is_acknowledged(&to) { Ok(to) } else { Err(Snag::Refused(to)) }
    }

    /// Pays on the provider's page: the address to come back to.
    pub async fn pay(&mut self, page: &str, card: &str) -> Step<String> {
        self.glance(page).await?;
        let fields = [("number", card), ("expiry", "12/34"), ("cvc", "123"), ("name", "A Shopper")];
        let answer = self.send(page, &fields).await?;
        let to = self.led(&answer, page)?;
        if !to.starts_with("/testpay/") {
            return Ok(to);
        }
        self.page(&to).await?;
        let challenge = format!("{page}/challenge");
        let answer = self.send(&challenge, &[("answer", "approve")]).await?;
        self.led(&answer, &challenge)
    }

    /// Agrees on the page of a wallet or a bank: the address to come back to.
    pub async fn agree(&mut self, page: &str) -> Step<String> {
        let path = format!("{page}/agree");
        let answer = self.send(&path, &[("story", "pays")]).await?;
        self.led(&answer, &path)
    }

    /// The order's page, reached by its link or, while it is not paid, by the provider's page that holds it.
    pub async fn order_page(&mut self, acknowledged: &str) -> Step<String> {
        if !acknowledged.starts_with("/testpay/") {
            return self.page(acknowledged).await;
        }
        let answer = self.open(acknowledged).await?;
        let link = match answer.status {
            303 => self.led(&answer, acknowledged)?,
            200 => link(&answer.text(), "/en/orders/").ok_or_else(|| Snag::Strange("no way back to the order".to_owned()))?,
            other => return Err(Snag::Strange(format!("{acknowledged} answered {other}"))),
        };
        self.page(&link).await
    }

    /// From the first page to the paid order's: the address of the latter.
    pub async fn buy(&mut self, slug: &str, name: &str, card: &str) -> Step<String> {
        self.fill_cart(slug).await?;
        if let Some(code) = self.code {
            self.types(code).await?;
        }
        let review = self.reach_review(name).await?;
        let provider = self.place(&review).await?;
        let back = self.pay(&provider, card).await?;
        let html = self.page(&back).await?;
        if says_paid(&html) { Ok(back) } else { Err(Snag::Strange(format!("{back} does not say that it is paid"))) }
    }
}
