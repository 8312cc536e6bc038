//! A device whose push service knows it by another name is told there from then on, and nobody else can say so for it.

use db::notifications::Device;

use crate::push::{local, press, told};
use crate::rig::Rig;
use crate::shopper::Shopper;

/// What a worker says when its device has another name; whether the shop knew it.
async fn moved(who: &Shopper<'_>, (was, secret): (&str, &str), is: &Device) -> bool {
    let fields = [
        ("was", was),
        ("secret", secret),
        ("endpoint", is.endpoint.as_str()),
        ("p256dh", is.p256dh.as_str()),
        ("auth", is.auth.as_str()),
    ];
    who.ask("/api/messages/moved", &fields).await.as_bool().unwrap()
}

#[tokio::test]
async fn news_follow_a_device_to_its_new_name_and_only_it_can_say_that_it_moved() {
    let rig = Rig::new().await;
    let (ada, before, number) = told(&rig).await;
    let (after, thief) = (local(&rig).device().unwrap(), local(&rig).device().unwrap());
    let eve = rig.shopper();
    for wrong in
        [(&*before.endpoint, ""), (&*before.endpoint, &*thief.auth), ("", &*before.auth), (&*thief.endpoint, &*before.auth)]
    {
        assert!(!moved(&eve, wrong, &thief).await, "{wrong:?}");
    }
    let nowhere = Device { endpoint: "http://push.example/1".to_owned(), ..after.clone() };
    assert!(!moved(&ada, (&before.endpoint, &before.auth), &nowhere).await, "it is at no push service the shop speaks to");
    // Its browser asked on its new name already.
    assert!(press(&ada, &after, &[("number", &number)]).await);
    assert!(moved(&ada, (&before.endpoint, &before.auth), &after).await);
    assert!(!moved(&ada, (&before.endpoint, &before.auth), &after).await, "said twice, it was said already");
    assert_eq!(rig.count("SELECT count(*) FROM devices").await, 1);
    let last = local(&rig).device().unwrap();
    assert!(moved(&ada, (&after.endpoint, &after.auth), &last).await);
    rig.carrier_tells("a1", "picked_up", 0, None).await;
    rig.work().await;
    let heard = local(&rig).heard();
    assert_eq!(heard.iter().map(|heard| &*heard.topic).collect::<Vec<_>>(), [&*number], "told once, sealed for its new keys");
}
