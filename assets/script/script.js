// Everything here makes a page that already works a little kinder.
import { watchDisclosures } from "./disclosures.js";
import { keepDrafts } from "./drafts.js";
import { countCharacters } from "./counter.js";
import { showErrors } from "./errors.js";
import { offerPrint } from "./print.js";
import { lookWhileWriting } from "./look.js";
import { tellOffline } from "./offline.js";
import { submitOnce } from "./submit.js";
import { suggestWhileTyping } from "./suggest.js";

// The style shows what needs script only when script is here.
document.documentElement.classList.add("js");

// One part that fails takes none of the others along.
for (const part of [showErrors, countCharacters, keepDrafts, tellOffline, lookWhileWriting, suggestWhileTyping, submitOnce, offerPrint, watchDisclosures]) {
  try {
    part();
  } catch (error) {
    console.error(error);
  }
}
