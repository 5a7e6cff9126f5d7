insight-title = How it is going
insight-lead = Here you can see what weighs more in certain places, and what is told everywhere.
insight-until = The numbers go up to and including
insight-signals = This weighs more here than elsewhere
insight-signals-text = At least three organisations tell of it, and more is told than one would expect.
insight-none-title = Too few yet to say anything for sure
insight-none-text = That does not mean that anything was rejected. Do go on telling.
insight-not-refused = What is not listed here is not rejected. There are too few yet to say anything for sure.
insight-topic = Topic
insight-place = Postcode
insight-told = Told
insight-expected = Expected
insight-expected-few = under 1
# $count (Number) - how many the topic and the place by themselves would give
insight-expected-about = about { $count }
insight-against = Compared with elsewhere
# $count (Number) - a count, rounded down
insight-at-least = At least { $count } times
insight-somewhat-more = More than expected
# $times (Number) - how many times as often as expected
insight-times = At least { $times } times as often as expected
# $times (Number) - the upper end of how much more often than expected
insight-at-most = at most { $times } times as often
insight-spread = How widely it is told
insight-spread-text = What is told everywhere may weigh most, even where it is no more in one place than in another.
insight-places = Postcodes
insight-organisations = Organisations
insight-few = Under 3
insight-suggestions = Are the suggestions right?
insight-suggestions-text = When someone adds a story to a need, we look at how high the need stood among the suggestions the tool would have made.
insight-suggestions-none = That can be said once at least ten stories were added to needs in a month.
insight-month = Month
insight-linked = Added
insight-first = Came first
insight-first-three = Among the first three
# $share (Number) - percent
insight-percent = { $share } %
insight-how = How this was counted
insight-how-text = Each teller counts once in a quarter, texts that are alike count as one, and no organisation counts more than three times in one place. Counts of stories show what is told. They do not show how often something happens.
insight-how-shown = Only quarters that are over are included. Counts under 3 are not shown and larger ones are rounded down, so that nobody can be recognised.
insight-became = Answers and change
insight-became-none = Nobody has been asked for an answer yet.
# $raised (Number) - how many needs
insight-became-text = { $raised ->
    [one] An answer was asked for on one need since
   *[other] An answer was asked for on { $raised } needs since
}
insight-answered = Has an answer
insight-promised = Someone has promised something
insight-done = What was promised is done
insight-changed = Someone does something differently
insight-felt = It can be felt
insight-objected = Someone cannot feel it
# $count (Number) - how many of them
# $all (Number) - of how many
insight-of = { $count } of { $all }
insight-together = Every figure is out of all needs an answer was asked for on. An answer by itself changes nothing.
insight-tellers = Those who tell
# $returned (Number) - how many told again
# $heard (Number) - how many had an answer
insight-returned = { $heard } had an answer to what they told more than three months ago. { $returned } of them have told again.
# $percent (Number) - a share
insight-tenth = The tenth who tell the most have told { $percent } % of it all. If few voices fill much, ask more people.
