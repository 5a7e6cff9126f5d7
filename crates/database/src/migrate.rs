//! The migrations, oldest first. Each is one file for both engines.
use sqlx::{
    AssertSqlSafe, SqlSafeStr,
    migrate::{Migration, MigrationType, Migrator},
};

const MIGRATIONS: &[(i64, &str, &str)] = &[
    (
        1,
        "foundation",
        include_str!("../migrations/0001_foundation.sql"),
    ),
    (2, "loop", include_str!("../migrations/0002_loop.sql")),
    (
        4,
        "observation_versions",
        include_str!("../migrations/0004_observation_versions.sql"),
    ),
    (5, "felt", include_str!("../migrations/0005_felt.sql")),
    (6, "citizen", include_str!("../migrations/0006_citizen.sql")),
    (
        10,
        "interests",
        include_str!("../migrations/0010_interests.sql"),
    ),
    (
        11,
        "need_succession",
        include_str!("../migrations/0011_need_succession.sql"),
    ),
    (
        12,
        "suggestions",
        include_str!("../migrations/0012_suggestions.sql"),
    ),
    (
        15,
        "signposts",
        include_str!("../migrations/0015_signposts.sql"),
    ),
    (
        16,
        "figures",
        include_str!("../migrations/0016_figures.sql"),
    ),
    (20, "frames", include_str!("../migrations/0020_frames.sql")),
    (21, "tasks", include_str!("../migrations/0021_tasks.sql")),
    (
        22,
        "practice_changes",
        include_str!("../migrations/0022_practice_changes.sql"),
    ),
    (
        23,
        "initiatives",
        include_str!("../migrations/0023_initiatives.sql"),
    ),
    (
        17,
        "answer_way",
        include_str!("../migrations/0017_answer_way.sql"),
    ),
    (
        18,
        "notices",
        include_str!("../migrations/0018_notices.sql"),
    ),
    (
        19,
        "answer_version_frame_item",
        include_str!("../migrations/0019_answer_version_frame_item.sql"),
    ),
    (
        25,
        "meetings",
        include_str!("../migrations/0025_meetings.sql"),
    ),
    (
        26,
        "calendar_feeds",
        include_str!("../migrations/0026_calendar_feeds.sql"),
    ),
    (
        28,
        "seminar",
        include_str!("../migrations/0028_seminar.sql"),
    ),
    (
        30,
        "search_in_vain",
        include_str!("../migrations/0030_search_in_vain.sql"),
    ),
    (
        35,
        "hsds_model",
        include_str!("../migrations/0035_hsds_model.sql"),
    ),
    (
        36,
        "import_run",
        include_str!("../migrations/0036_import_run.sql"),
    ),
    (37, "upkeep", include_str!("../migrations/0037_upkeep.sql")),
    (
        38,
        "proposals",
        include_str!("../migrations/0038_proposals.sql"),
    ),
    (
        39,
        "vacancy_duties",
        include_str!("../migrations/0039_vacancy_duties.sql"),
    ),
    (40, "reach", include_str!("../migrations/0040_reach.sql")),
    (
        45,
        "freshness",
        include_str!("../migrations/0045_freshness.sql"),
    ),
    (
        46,
        "vacancy",
        include_str!("../migrations/0046_vacancy.sql"),
    ),
    (47, "faults", include_str!("../migrations/0047_faults.sql")),
    (
        55,
        "translation",
        include_str!("../migrations/0055_translation.sql"),
    ),
    (
        56,
        "answer_asking_organisation",
        include_str!("../migrations/0056_answer_asking_organisation.sql"),
    ),
    (
        57,
        "imported_rows",
        include_str!("../migrations/0057_imported_rows.sql"),
    ),
    (
        58,
        "task_version",
        include_str!("../migrations/0058_task_version.sql"),
    ),
    (
        59,
        "need_stamp",
        include_str!("../migrations/0059_need_stamp.sql"),
    ),
    (
        60,
        "whose_step",
        include_str!("../migrations/0060_whose_step.sql"),
    ),
    (
        61,
        "import_part",
        include_str!("../migrations/0061_import_part.sql"),
    ),
    (
        62,
        "import_taken_back",
        include_str!("../migrations/0062_import_taken_back.sql"),
    ),
    (
        63,
        "meeting_version",
        include_str!("../migrations/0063_meeting_version.sql"),
    ),
    (
        64,
        "named_and_felt",
        include_str!("../migrations/0064_named_and_felt.sql"),
    ),
    (
        65,
        "gathered",
        include_str!("../migrations/0065_gathered.sql"),
    ),
    (
        66,
        "many_offers",
        include_str!("../migrations/0066_many_offers.sql"),
    ),
    (
        67,
        "observation_month",
        include_str!("../migrations/0067_observation_month.sql"),
    ),
    (
        68,
        "offer_parts",
        include_str!("../migrations/0068_offer_parts.sql"),
    ),
    (
        69,
        "change_outcome_version",
        include_str!("../migrations/0069_change_outcome_version.sql"),
    ),
    (
        70,
        "handover_outcome_version",
        include_str!("../migrations/0070_handover_outcome_version.sql"),
    ),
    (
        72,
        "import_look",
        include_str!("../migrations/0072_import_look.sql"),
    ),
    (
        80,
        "months_filled",
        include_str!("../migrations/0080_months_filled.sql"),
    ),
];

/// The few words the engines spell differently.
type Words = [(&'static str, &'static str); 9];

/// The month `created_at` lies in, in Danish time, counted from the year 0. SQLite knows no time zones; but where a
/// month begins, summer time runs from April to October.
const SQLITE_DANISH_MONTH: &str = "(select strftime('%Y', danish, 'unixepoch') * 12 + strftime('%m', danish, 'unixepoch') - 1 \
     from (select created_at / 1000000 + 3600 + 3600 * \
     (cast(strftime('%m', created_at / 1000000 + 7200, 'unixepoch') as integer) between 4 and 10) as danish))";
const POSTGRES_DANISH_MONTH: &str = "(select cast(extract(year from danish) * 12 + extract(month from danish) - 1 as bigint) \
     from (select created_at at time zone 'Europe/Copenhagen' as danish) as local)";

const SQLITE: Words = [
    ("{id}", "blob"),
    ("{moment}", "integer"),
    ("{flag}", "integer"),
    ("{int}", "integer"),
    ("{real}", "real"),
    ("{bytes}", "blob"),
    ("{json}", "text"),
    ("{danish_month}", SQLITE_DANISH_MONTH),
    ("{strict}", "strict"),
];

const POSTGRES: Words = [
    ("{id}", "uuid"),
    ("{moment}", "timestamptz"),
    ("{flag}", "boolean"),
    ("{int}", "bigint"),
    ("{real}", "double precision"),
    ("{bytes}", "bytea"),
    ("{json}", "jsonb"),
    ("{danish_month}", POSTGRES_DANISH_MONTH),
    ("{strict}", ""),
];

pub(crate) fn sqlite() -> Migrator {
    migrator(SQLITE)
}

pub(crate) fn postgres() -> Migrator {
    migrator(POSTGRES)
}

fn migrator(words: Words) -> Migrator {
    let migrations = MIGRATIONS.iter().map(|&(version, name, text)| {
        let sql = words.iter().fold(text.to_owned(), |sql, (word, spelt)| {
            sql.replace(word, spelt)
        });
        let sql = AssertSqlSafe(sql).into_sql_str();
        Migration::new(version, name.into(), MigrationType::Simple, sql, false)
    });
    Migrator::with_migrations(migrations.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Db, FromRow, sql};
    use samskab_domain::calendar::Day;
    use samskab_domain::kernel::Moment;

    #[derive(FromRow)]
    struct Month {
        month: i64,
    }

    /// Hours around each change of months, of years of both kinds.
    fn moments() -> impl Iterator<Item = Moment> {
        let firsts =
            (0..36).filter_map(|m| Day::parse(&format!("{}-{:02}-01", 2024 + m / 12, 1 + m % 12)));
        firsts.flat_map(|day| {
            (-4..=4).map(move |hours| Moment(day.start().0 + hours * 1_800_000_000))
        })
    }

    async fn months_are_danish(db: &Db, month: &'static str) {
        for moment in moments() {
            let sql = sql!("select ").text(month);
            let sql = sql.and(
                " as month from (select ? as created_at) as told",
                [moment.into()],
            );
            let found: Option<Month> = db.first(sql).await.unwrap();
            assert_eq!(found.unwrap().month, Day::of(moment).months(), "{moment:?}");
        }
    }

    #[tokio::test]
    async fn the_month_something_was_told_in_is_the_danish_one_on_both_engines() {
        let folder = tempfile::tempdir().unwrap();
        let file = format!("sqlite://{}", folder.path().join("a.db").display());
        let sqlite = Db::open(&file).await.unwrap();
        months_are_danish(&sqlite, SQLITE_DANISH_MONTH).await;
        if let Ok(url) = std::env::var("SAMSKAB_TEST_DATABASE_URL") {
            let postgres = Db::connect(&url).await.unwrap();
            months_are_danish(&postgres, POSTGRES_DANISH_MONTH).await;
        }
    }
}
