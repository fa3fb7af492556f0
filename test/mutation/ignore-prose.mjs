import { PluginKind, declareValuePlugin } from "@stryker-mutator/api/plugin";

/**
 * Leaves out what only people read: where a row of a table comes from and how sure it is, and what an error says that no one should ever see.
 * Pages of the documentation are made from the first, and tests hold the pages.
 */
const prose = {
  shouldIgnore({ node, parent, key, listKey }) {
    if (node.type === "ObjectProperty" && ["source", "signal"].includes(node.key.name)) return "says where a row comes from";
    if (listKey === "arguments" && key >= 3 && parent.callee.name === "row") return "says where a row comes from";
    if (listKey === "arguments" && key === 0 && parent.type === "NewExpression" && /^(Type|Range)?Error$/.test(parent.callee.name)) return "the words of an error for a bug";
    return undefined;
  },
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, "prose", prose)];
