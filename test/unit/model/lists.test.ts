import { describe, expect, it } from "vitest";
import { countBy } from "../../../src/model/count.ts";
import { onPage, pagePlace } from "../../../src/model/page.ts";

const LIST = ["a", "b", "c", "d", "e"];

it.each([
  [{ number: 1, limit: 2 }, ["a", "b"], { number: 1, pages: 3, first: 1, last: 2, total: 5 }],
  [{ number: 3, limit: 2 }, ["e"], { number: 3, pages: 3, first: 5, last: 5, total: 5 }],
  [{ number: 4, limit: 2 }, [], { number: 4, pages: 3, first: 0, last: 0, total: 5 }],
  [{ number: 1, limit: 5 }, LIST, { number: 1, pages: 1, first: 1, last: 5, total: 5 }],
  [{ number: 2, limit: 5 }, [], { number: 2, pages: 1, first: 0, last: 0, total: 5 }],
])("page %o of five", (page, items, place) => {
  expect(onPage(LIST, page)).toEqual(items);
  expect(pagePlace(LIST.length, page)).toEqual(place);
});

it("has one page where there is nothing", () => {
  expect(pagePlace(0, { number: 1, limit: 20 })).toEqual({ number: 1, pages: 1, first: 0, last: 0, total: 0 });
});

describe("a count", () => {
  const sorts = (order?: readonly string[]) => {
    const { total, by } = countBy(["pear", "apple", "pear", "fig"], (one) => one, order);
    return [total, ...Object.entries(by)];
  };

  it("has its sorts as they are met", () => {
    expect(sorts()).toEqual([4, ["pear", 2], ["apple", 1], ["fig", 1]]);
  });

  it("has those of an order first, and none that is not there", () => {
    expect(sorts(["fig", "plum", "apple"])).toEqual([4, ["fig", 1], ["apple", 1], ["pear", 2]]);
  });
});
