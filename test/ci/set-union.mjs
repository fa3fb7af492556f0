// Node 20 lacks it, and gitlab-ci-local asks for it.
// oxlint-disable-next-line no-extend-native
Set.prototype.union ??= function union(other) {
  return new Set([...this, ...other]);
};
