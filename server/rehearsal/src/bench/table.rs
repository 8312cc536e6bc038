//! Figures beside their targets.

/// What was measured so far.
#[derive(Default)]
pub struct Table {
    missed: usize,
    measured: usize,
}

impl Table {
    /// A title above rows.
    pub fn title(&self, title: &str) {
        println!("\n{title}");
    }

    /// A figure that is only told.
    pub fn row(&self, name: &str, figure: &str) {
        println!("  {name:<58} {figure}");
    }

    /// A figure with a target.
    pub fn judged(&mut self, name: &str, figure: &str, reached: bool, target: &str) {
        self.measured += 1;
        self.missed += usize::from(!reached);
        println!("  {name:<58} {figure:<22} {} {target}", if reached { "ok    " } else { "MISSED" });
    }

    /// Whether every target was reached.
    pub fn end(&self) -> bool {
        println!("\n{} of {} targets reached", self.measured - self.missed, self.measured);
        self.missed == 0
    }
}

/// `12,345`.
pub fn grouped(number: f64) -> String {
    let digits = format!("{:.0}", number.max(0.0));
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
