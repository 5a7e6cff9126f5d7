# $name (String) - who provides an offer
import-provider = Provided by { $name }
import-line = Line
import-feature = Feature
# $count (Number) - rows
import-taken = { $count ->
    [one] One row was taken
   *[other] { $count } rows were taken
}
# $count (Number) - rows
import-translated = { $count ->
    [one] one of them as a translation
   *[other] { $count } of them as translations
}
# $count (Number) - rows
import-already = { $count ->
    [one] one was there already
   *[other] { $count } were there already
}
# $count (Number) - rows
import-refused = { $count ->
    [one] one could not be taken
   *[other] { $count } could not be taken
}
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
import-id-in-use = The same source has another row with this id. Importing changes nothing that is there
import-needs-area = Say with --area which area the rows belong to: the file has no column for it.
# $names (String) - names of areas
import-areas-are = The areas are: { $names }
import-under-way = The same file is being imported elsewhere. Try again in a moment; what is there will not come in twice.
