// One turn of the loop, as people walk it: what a volunteer saw becomes a need, gets an answer, becomes an initiative,
// changes a practice and an offer, and is told back to the one who saw it.

import { expect, look, signIn, test, type Page, type Role } from "./kit.ts";

const town = "/fjordby";

async function as(page: Page, role: Role): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, role);
}

/** The form in `main` that holds a field. */
function formWith(page: Page, field: string) {
  return page.locator("main form", { has: page.locator(`[name="${field}"]`) });
}

async function send(page: Page, field: string): Promise<void> {
  const form = formWith(page, field);
  const loaded = page.waitForEvent("load");
  await form.locator("button:not([type=button]):not([formaction])").last().click();
  await loaded;
  await expect(page.locator(".error-summary")).toHaveCount(0);
}

async function choose(page: Page, field: string, label: string): Promise<void> {
  await formWith(page, field).locator("label", { hasText: label }).first().locator(`[name="${field}"]`).check();
}


test("what is seen in practice changes an offer and is told back", async ({ page }) => {
  test.setTimeout(120_000);
  const story = `Hun stod med kufferten i opgangen, og ingen vidste, at hun kom hjem. ${Date.now()}`;
  const unique = `${test.info().project.name} ${Date.now()}`;
  const title = `Ingen ved, hvornår man kommer hjem (${unique})`;

  let observation = "";
  await test.step("a volunteer tells what she saw", async () => {
    await as(page, "volunteer");
    await look(page, "my-day-volunteer");
    await page.goto(`${town}/observations/new`);
    await look(page, "tell");
    await page.locator("[name=story]").fill(story);
    await choose(page, "source", "Jeg så det");
    await choose(page, "topic_group", "Sygdom og hjemkomst");
    await choose(page, "area", "Ældre");
    await send(page, "story");
    await expect(page).toHaveURL(/\/observations\/[0-9a-f-]+\?received=yes/);
    await look(page, "receipt");
    observation = new URL(page.url()).pathname;
  });

  await test.step("the first thing she is asked is whether they can try something themselves", async () => {
    await page.locator(`main a[href*="/trials/new?observation="]`).click();
    await look(page, "trial");
  });

  let need = "";
  await test.step("the facilitator gathers it into a need", async () => {
    await as(page, "facilitator");
    await page.goto(`${town}/inbox`);
    await look(page, "inbox");
    await page.goto(observation);
    await page.locator(`main a[href*="/needs/new?observation="]`).click();
    await look(page, "need-write");
    await page.locator("[name=title]").fill(title);
    await page.locator("[name=statement]").fill("Ældre, der bor alene, kommer hjem fra sygehus, uden at nogen ved det.");
    await choose(page, "topic_group", "Sygdom og hjemkomst");
    await choose(page, "area", "Ældre");
    await send(page, "statement");
    await expect(page).toHaveURL(/\/needs\/[0-9a-f-]+$/);
    need = new URL(page.url()).pathname;
    await look(page, "need-draft");
  });

  await test.step("more stories are linked, and one is taken out again", async () => {
    await page.goto(`${need}/observations`);
    await look(page, "need-observations");
    await page.locator(`main form input[name="observations"]`).first().check();
    await send(page, "observations");
    await page.goto(need);
    const unlink = page.locator(`main form[action="${need}/unlink"]`);
    await expect(unlink.first()).toBeAttached();
  });

  await test.step("it is raised to the home care", async () => {
    await page.goto(`${need}/raise`);
    await look(page, "raise");
    await choose(page, "organisations", "Hjemmeplejen");
    await send(page, "organisations");
    await page.goto(need);
    await look(page, "need-raised");
  });

  let initiative = "";
  await test.step("its leader answers: let us work it out together", async () => {
    await as(page, "leader");
    await page.goto(`${town}/answers`);
    await look(page, "answers");
    await page.goto(need);
    await look(page, "need-to-answer");
    await choose(page, "kind", "Lad os finde ud af det sammen");
    await page.locator("[name=reason]").fill("Vi får først besked, når borgeren er hjemme. Det kan vi ikke løse alene.");
    await page.locator("[name=meaning]").fill("Næste gang bliver der ringet, før hun kommer hjem.");
    await page.locator("[name=mandate]").fill("Leder af hjemmeplejen, inden for eget budget");
    await send(page, "reason");
    await look(page, "answered");
    await page.goto(need);
    await page.locator(`main a[href*="/initiatives/new?answer="]`).first().click();
    await look(page, "initiative-open");
    await page.locator("[name=title]").fill(`Der bliver ringet (${unique})`);
    await page.locator("[name=problem]").fill("Ingen ved, hvornår borgeren kommer hjem.");
    await choose(page, "parties", "Seniorforeningen");
    await page.locator("[name=aim]").fill("Færre nødkald");
    await send(page, "problem");
    await expect(page).toHaveURL(/\/initiatives\/[0-9a-f-]+$/);
    initiative = new URL(page.url()).pathname;
    await look(page, "initiative");
  });

  let change = "";
  await test.step("a practice change is written with a date and who, and said to be done", async () => {
    await page.goto(`${initiative}/changes`);
    await look(page, "change");
    await page.locator("[name=what]").fill("Hjemmeplejen ringer dagen før hjemkomst.");
    await page.locator("[name=who]").fill("Planlæggeren");
    await page.locator("[name=from]").fill("2026-11-20");
    await page.locator("[name=notice]").fill("Hun bliver ringet op.");
    const whose = page.locator(`main [name="organisation"]`).first();
    if ((await whose.getAttribute("type")) === "radio") await choose(page, "organisation", "Hjemmeplejen");
    else await whose.selectOption({ label: "Hjemmeplejen" });
    await send(page, "what");
    await page.goto(initiative);
    await page.locator(`main a[href*="/changes/"][href$="/outcome"]`).first().click();
    change = new URL(page.url()).pathname.split("/")[3] ?? "";
    await look(page, "outcome");
    await choose(page, "outcome", "Det er gjort");
    await send(page, "outcome");
  });

  let offer = "";
  await test.step("an offer is made because of it", async () => {
    await page.goto(`${town}/offers/new?change=${change}`);
    await look(page, "offer-new");
    await page.locator("[name=name]").fill(`Et opkald før hjemkomst (${unique})`);
    await page.locator("[name=summary]").fill("Vi ringer dagen før, du kommer hjem.");
    await choose(page, "topic_group", "Sygdom og hjemkomst");
    await choose(page, "area", "Ældre");
    await choose(page, "effect", "Nyt tilbud");
    await send(page, "summary");
    await expect(page).toHaveURL(/\/offers\/[0-9a-f-]+$/);
    offer = new URL(page.url()).pathname;
    await look(page, "offer");
  });

  await test.step("from the offer one walks back, as far as one may see", async () => {
    await expect(page.locator(`main a[href="${initiative}"]`).first()).toBeAttached();
    await expect(page.getByText(story)).toHaveCount(0);
    await as(page, "facilitator");
    await page.goto(offer);
    await expect(page.locator(`main a[href="${observation}"]`).first()).toBeAttached();
    await page.context().clearCookies();
    await page.goto(offer);
    await look(page, "offer-public");
    await expect(page.locator(`main a[href*="/observations/"]`)).toHaveCount(0);
  });

  await test.step("the one who told it sees what became of it", async () => {
    await as(page, "volunteer");
    await page.goto(observation);
    await look(page, "became");
    for (const place of [need, initiative, offer]) await expect(page.locator(`main a[href="${place}"]`).first()).toBeVisible();
  });
});

test("a draft waits on the phone, and a refused form keeps every word", async ({ page }) => {
  await as(page, "volunteer");
  await page.goto(`${town}/observations/new`);
  await page.locator("[name=story]").fill("Halvt skrevet");
  await page.goto(`${town}/my-day`);
  await page.goto(`${town}/observations/new`);
  await expect(page.locator("[name=story]")).toHaveValue("Halvt skrevet");
  await page.locator("[name=story]").fill("Hun er 010190-1234 og bor alene");
  await formWith(page, "story").locator("button:not([type=button]):not([formaction])").last().click();
  await expect(page.locator(".error-summary")).toBeFocused();
  await expect(page.locator("[name=story]")).toHaveValue("Hun er 010190-1234 og bor alene");
  await look(page, "tell-refused");
});

test("the menu works without script, on a phone too", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await signIn(page, "volunteer");
  await page.locator("details.more summary").click();
  await page.locator(`details.more a[href$="/needs"]`).click();
  await expect(page).toHaveURL(/\/needs$/);
  await context.close();
});
