// What every test uses: signing in, and the three things that hold for every page: it is accessible, it fits the
// screen, and it asks no other host for anything.

import axe from "axe-core";
import { expect, test as base, type Page } from "@playwright/test";
import { demo, type Role } from "./demo.ts";

export { expect };
export type { Page, Role };

/** A test whose paths begin at the demonstration, and which fails where a page asks another host for something. */
export const test = base.extend({
  baseURL: async ({}, use) => use(demo().origin),
  context: async ({ context }, use) => {
    const elsewhere = new Set<string>();
    context.on("request", (request) => {
      const url = new URL(request.url());
      if (/^(https?|wss?):$/.test(url.protocol) && url.host !== new URL(demo().origin).host) elsewhere.add(url.href);
    });
    await use(context);
    expect([...elsewhere], "requests to other hosts").toEqual([]);
  },
});

/** Opens the role's link, which only shows a page, and presses its button, which spends it. */
export async function signIn(page: Page, role: Role): Promise<void> {
  const link = demo().links[role];
  if (!link) throw new Error(`no sign-in link for ${role}`);
  await page.goto(link);
  await page.getByRole("main").getByRole("button").click();
  await page.waitForURL((url) => url.href !== link);
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** WCAG 2.1 A and AA, as far as a program can tell. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    window.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], resultTypes: ["violations"] }),
  );
  const faults = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  ${target.join(" ")}\n  ${failureSummary ?? ""}`),
  );
  expect(faults, `accessibility of ${page.url()}`).toEqual([]);
}

/** Nothing is wider than the screen, so nobody has to scroll sideways. */
export async function expectFits(page: Page): Promise<void> {
  const tooWide = await page.evaluate(() => {
    const screen = document.documentElement;
    if (screen.scrollWidth <= screen.clientWidth) return [];
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > screen.clientWidth + 1)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`)
      .slice(0, 5)
      .concat(`${screen.scrollWidth} px on a screen of ${screen.clientWidth} px`);
  });
  expect(tooWide, `width of ${page.url()}`).toEqual([]);
}

/** With SHOTS=1: the whole page as e2e/shots/<phone or desktop>-<name>.png, for a person to look at. */
export async function shot(page: Page, name: string): Promise<void> {
  if (process.env["SHOTS"] !== "1") return;
  const path = `${import.meta.dirname}/shots/${test.info().project.name}-${name}.png`;
  await page.screenshot({ path, fullPage: true });
}

/** Looks at a page as everyone should: has it one title, can it be used, does it fit? */
export async function look(page: Page, name: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await shot(page, name);
  await expectAccessible(page);
  await expectFits(page);
}
