//! What *My day* says is waiting.
use super::need::tell;
use samskab_app::my_day::{MANY, waiting};
use samskab_domain::access::Role;
use samskab_domain::kernel::Moment;
use samskab_testkit::{Town, on_every_engine};

#[tokio::test]
async fn new_stories_no_need_has_gathered_are_counted_up_to_many() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let teller = town.member(Role::Frontline).await;
        let coordinator = town.member(Role::Coordinator).await;
        let stories = async || {
            let waiting = waiting(&town.desk, &coordinator).await.unwrap();
            waiting.stories
        };
        tell(&town, &teller, "9000").await;
        town.clock.advance(15 * Moment::DAY);
        assert_eq!(stories().await, 0, "the old one waits no more");
        let gathered = tell(&town, &teller, "9000").await;
        tell(&town, &coordinator, "9000").await;
        assert_eq!(stories().await, 2, "hers is among her organisation's");
        super::need::written(&town, &coordinator, &[gathered]).await;
        assert_eq!(stories().await, 1);
        for _ in 0..MANY {
            tell(&town, &teller, "9000").await;
        }
        assert_eq!(stories().await, MANY);
    })
    .await;
}
