// Every walk runs twice: on a phone and on a laptop, in the Chromium that the machine already has.

import { defineConfig } from "@playwright/test";

const measured = "lighthouse.spec.ts";

export default defineConfig({
  testDir: ".",
  globalSetup: "./server.ts",
  outputDir: "test-results",
  reporter: [["list"]],
  workers: 2,
  forbidOnly: Boolean(process.env["CI"]),
  timeout: 30_000,
  use: {
    browserName: "chromium",
    locale: "da-DK",
    timezoneId: "Europe/Copenhagen",
    actionTimeout: 10_000,
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env["SAMSKAB_CHROMIUM"] ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "phone", testIgnore: measured, use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } },
    { name: "desktop", testIgnore: measured, use: { viewport: { width: 1280, height: 900 } } },
    // Measured last and alone: with another browser beside it, some of what it looks at runs out of time.
    { name: "lighthouse", testMatch: measured, dependencies: ["phone", "desktop"] },
  ],
});
