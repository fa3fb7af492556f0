import { createApp } from "./app.ts";
import { byId } from "./dom.ts";
import { createPage } from "./page.ts";
import type { PageData } from "./page-data.ts";

const data = JSON.parse(byId("report-index").textContent ?? "null") as PageData;
createApp(createPage(data), byId("matrix"));
performance.mark("chorus-ready");
