# $name (String) - who provides an offer
import-provider = Provided by { $name }
import-nothing-written = Nothing was written.
# $columns (String) - names of columns
import-passed-over = Columns that were passed over: { $columns }
import-empty = There is nothing in the file.
import-only-a-header = There is only a header in the file, and no rows under it.
import-not-text = This is not a text file. Save the sheet as CSV (UTF-8) and try again.
# $line (String) - line number
import-not-utf8 = From line { $line } on, the text is not UTF-8. Save the sheet as CSV UTF-8 and try again.
# $line (String) - line number
import-broken-quotes = A quotation mark that begins on line { $line } is not closed where the cell ends.
# $line (String) - line number
import-huge-cell = A cell on line { $line } is far longer than any text. Is a quotation mark missing?
# $max (Number) - rows
import-too-many-rows = There are more than { $max } rows in the file. Divide it.
# $max (Number) - megabytes
import-too-large = The file is larger than { $max } MB. Divide it.
# $column (String) - a column
import-no-column = No column is called { $column }. docs/import.md tells which names are known.
# $column (String) - a column
import-two-columns = Two columns mean { $column }. Rename one of them.
import-not-geojson = This is not GeoJSON: neither a list of features nor a collection of them.
import-personal-phone = There may be a phone number here. Nobody is here to look at it, so the row was left out
import-personal-email = There may be an e-mail address here. Nobody is here to look at it, so the row was left out
import-personal-address = There may be an address here. Nobody is here to look at it, so the row was left out
import-personal-handle = There may be a user name here. Nobody is here to look at it, so the row was left out
import-personal-name = There may be a name here. Nobody is here to look at it, so the row was left out
import-cpr = There may be a CPR number here. Delete it and import again
import-too-many-cells = There are more cells than the header has. Is a text with a comma or semicolon without quotation marks?
import-no-such-area = No area has that name
import-not-a-coordinate = Write degrees, such as 57.05 and 9.92
import-id-in-use = Another row of the file has the same id and says something else
import-needs-area = Say with --area which area the rows belong to: the file has no column for it.
# $names (String) - names of areas
import-areas-are = The areas are: { $names }
import-no-such-organisation = No organisation here has that id or name. An administrator can make it with --create-organisations
# $done (Number) - how many are in
# $total (Number) - how many there are
import-progress = { $done } of { $total } are in
# $added (Number) - how many were made
# $changed (Number) - how many were changed
# $same (Number) - how many are as before
# $refused (Number) - how many reasons there are
import-hsds-sum = { $added } new, { $changed } changed, { $same } as before. Could not be taken: { $refused }.
# $added (Number) - how many would be made
# $changed (Number) - how many would be changed
# $same (Number) - how many are as before
# $refused (Number) - how many reasons there are
import-hsds-would = It would be: { $added } new, { $changed } changed, { $same } as before. Cannot be taken: { $refused }. Nothing was written.
# $run (String) - its number
import-run-is = Take all of it back with: samskab import undo { $run }
# $removed (Number) - how many are gone
# $down (Number) - how many were taken down
# $restored (Number) - how many are as they were
import-undone-sum = { $removed ->
    [one] 1 offer is
   *[other] { $removed } offers are
} gone, { $down } taken down since something hangs on it, { $restored } as before.
import-not-hsds = That is not HSDS: neither services nor organisations nor tables we know. Nothing was written.
# $file (String) - its name
# $line (Number) - where
import-broken-table = { $file } cannot be read at line { $line }. Nothing was written.
import-title = Bring in offers
import-lead = From a spreadsheet, a map (GeoJSON) or another place that uses the open standard HSDS. You see what will happen before anything does.
import-file = File
import-file-hint = A spreadsheet saved as CSV, a GeoJSON file or a JSON file. Choose the tables of HSDS all at once.
import-choose-file = Choose a file
import-area = Area
import-area-hint = For rows that name none of your areas.
import-language = Which language are the texts in?
import-create-organisations = Make the organisations we do not know
import-look = See what will happen
import-before = Brought in before
import-none-title = Nothing has been brought in yet
import-none-text = When you have brought something in, you can see it here and take it back.
import-reading = The file has come and is being read
# $done (Number) - so many of the file are looked at
# $total (Number) - of so many
import-looking = The file is being looked through: { $done } of { $total }
import-broken = The file cannot be used as it is
import-lost = The file was not read in time. Send it again
import-waiting = Waits for your yes
import-undone = Taken back
import-going-back = Is being taken back
# $count (Number) - how many offers
import-left = { $count ->
    [one] One offer is left
   *[other] { $count } offers are left
}
import-new = New offers
import-changed = Offers that will change
import-not-taken = Cannot be taken
# $number (Number) - its place in the file
import-number = No. { $number }
import-bring-in = Bring it in
import-forget = No thanks, forget the file
import-regret = Take it all back
import-regret-text = New offers go. Those that somebody has built on are taken down. Changed offers become what they were.
import-undo = Take back
import-merged = The offer has been merged into another. Mend that one if there is still something to mend
# $number (Number) - the line of the file
import-at-line = Line { $number }
# $count (Number) - how many
import-shown = { $count ->
    [one] One of the new offers is shown to citizens at once.
   *[other] { $count } of the new offers are shown to citizens at once.
}
# $count (Number) - how many
import-hidden = { $count ->
    [one] One of the new offers is not shown to citizens: its source says that it has ended, or has not vouched for it for long. You find it among the offers to check.
   *[other] { $count } of the new offers are not shown to citizens: their source says that they have ended, or has not vouched for them for long. You find them among the offers to check.
}
import-known-day = Last day its source vouches for it
import-tell-title = Bring in stories
import-tell-lead = From a spreadsheet with one story in each row. You see what will happen before anything does.
import-tell-hint = A spreadsheet saved as CSV. One column must be called story.
import-looked-through = I have read the file, and nothing in it points to a person
import-tell-link = Bring in stories from a spreadsheet
# $added (Number) - how many are new
# $same (Number) - how many were here
# $refused (Number) - reasons
import-stories-would = { $added ->
    [one] 1 new story
   *[other] { $added } new stories
}, { $same } as before. Cannot be brought in: { $refused }. Nothing is written.
import-tell-regret-text = The stories go again. Those somebody has used in a need or built on stay.
# $removed (Number) - how many
# $kept (Number) - how many
import-stories-undone = { $removed ->
    [one] 1 story is
   *[other] { $removed } stories are
} gone, { $kept } are still here, since somebody has built on them.
# $count (Number) - how many more
import-many-more = and { $count } more
