//! Which offers partners are told of: those citizens meet too. Who asks for what changed since is
//! also told what went away since, so that it does not stand elsewhere for ever.
use crate::offer::{and_shown, shown};
use samskab_database::Sql;
use samskab_domain::calendar::Day;
use samskab_domain::kernel::Moment;

/// Adds that an offer is told of on `today` to whoever asks for what changed at `since` or later.
/// What was taken down since comes as `defunct`, what nobody has vouched for since as `inactive`.
pub(super) fn and_served(sql: Sql, today: Day, since: Option<Moment>) -> Sql {
    let Some(since) = since else {
        return and_shown(sql.text(" and offer.state = 'published'"), today);
    };
    let then = Day::of(since);
    let sql = sql.and(
        " and ((offer.state = 'withdrawn' and offer.changed_at >= ?) or (offer.state = 'published' and ((",
        [since.into()],
    );
    let sql = shown(sql, today).and(
        " and (offer.changed_at >= ? or offer.checked_day >= ?)) or (not (",
        [since.into(), then.into()],
    );
    let sql = shown(sql, today).text(") and ");
    shown(sql, then).text("))))")
}
