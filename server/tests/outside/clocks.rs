//! Whatever the clock does, nothing is charged twice, sold twice or made twice, and nothing that is paid is given up.

use domain::orders::OrderState;

use crate::rig::{PLAIN_CARD, Rig};

const HOUR: i64 = 3600;
const YEAR: i64 = 365 * 24 * HOUR;
/// Where the clock may suddenly be: an hour on or back, as when summer begins or ends; a leap second; the time after which an order
/// is given up; years away, as on a machine whose battery is empty; or it stands.
const JUMPS: [i64; 9] = [0, 1, -1, HOUR, -HOUR, 16 * 60, -16 * 60, 10 * YEAR, -10 * YEAR];
const SCRIPTS: usize = 50;

/// The same script at every run: SplitMix64's step.
fn jump(script: usize, step: usize) -> i64 {
    let mixed = ((script * 31 + step) as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    JUMPS[((mixed ^ (mixed >> 29)) % JUMPS.len() as u64) as usize]
}

/// The shop and the companies outside do what they think is due, after the clock has jumped.
async fn after(rig: &Rig, seconds: i64) {
    rig.wait(seconds);
    rig.deliver().await;
    rig.work().await;
}

#[tokio::test]
async fn a_clock_that_jumps_charges_nothing_twice_and_gives_up_nothing_that_is_paid() {
    let (mut paid, mut given_up) = (0, 0);
    for script in 0..SCRIPTS {
        let rig = Rig::with(2).await;
        let placed = rig.order().await;
        after(&rig, jump(script, 0)).await;
        let begun = rig.world.desk.begin(placed.payment, &rig.back(&placed)).await;
        rig.wait(jump(script, 1));
        if let Ok(url) = begun {
            let page = url.strip_prefix(&rig.origin).unwrap().to_owned();
            rig.post(&page, &crate::rig::card_form(PLAIN_CARD)).await;
        }
        for step in 2..8 {
            after(&rig, jump(script, step)).await;
        }
        // Time goes on in the end, from wherever it is.
        for _ in 0..3 {
            after(&rig, 10 * YEAR + HOUR).await;
        }
        let (state, (taken, back)) = (rig.state(&placed).await, rig.movements(&placed).await);
        assert!(taken <= 1 && back <= taken, "script {script}: taken {taken} times, given back {back} times");
        match state {
            OrderState::Paid => assert_eq!((taken, back, rig.teapots().await), (1, 0, (1, 0)), "script {script}"),
            OrderState::Cancelled => assert_eq!((taken - back, rig.teapots().await), (0, (2, 0)), "script {script}"),
            OrderState::Placed => panic!("script {script}: decades later nobody knows what became of the order"),
        }
        paid += u32::from(state == OrderState::Paid);
        given_up += u32::from(state == OrderState::Cancelled);
        rig.books_are_right().await;
    }
    assert!(paid > 5 && given_up > 5, "{paid} paid, {given_up} given up: the scripts prove nothing");
}
