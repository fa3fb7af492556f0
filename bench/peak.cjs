// Required by a process that is measured: what it used, to its fourth stream.
process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  require("node:fs").writeSync(3, JSON.stringify({ mb: maxRSS / 1024, cpuMs: (userCPUTime + systemCPUTime) / 1000 }));
});
