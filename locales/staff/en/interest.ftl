### interest
interest-title = What do we gain from it ourselves?
interest-lead = Every organisation has something it would like for itself, the municipality too. Here each says its own out loud, so that nobody has to guess.
interest-declare = Say what you gain yourselves
# $organisation (String) - whose interest it is
interest-declare-lead = It will stand with the name { $organisation } beside the needs it is about. Saying it openly never takes anything from a need.
interest-subject = What is it about?
interest-who = Who says so?
interest-when = What would you like to see?
interest-with-ended = What no longer holds too
interest-gain = What do you gain?
interest-text = Say it in your own words
interest-text-hint = Such as "We save two visits a week" or "We can apply for more money when we have more members". If you gain nothing, you may leave it empty.
interest-amount = What is it worth?
interest-amount-hint = Such as "40,000 kroner a year" or "two hours a week"
interest-save = Add it
interest-worth = Worth:
interest-said = said
interest-ended = no longer holds, since
interest-end = No longer holds
interest-none-title = Nobody has said anything yet
interest-none-text = When an organisation says what it gains itself, it stands here and beside the needs it is about.
interest-all = See all
interest-takes-nothing = A need is no smaller because someone also gains from it.
# $count (Number) - how many have said something
interest-beside = { $count ->
    [0] What do we gain from it ourselves? Nobody has said anything yet
    [one] What do we gain from it ourselves? One has said so
   *[other] What do we gain from it ourselves? { $count } have said so
}
interest-beside-none = Nobody has said anything about it yet. Associations and the municipality both can.
# $names (String) - organisations
interest-silent = Have said nothing about it: { $names }
