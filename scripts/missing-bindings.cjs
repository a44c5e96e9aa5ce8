// Native bindings come as optional packages, one a machine; an npm leaves out those whose `engines` ask for a newer Node
// than it runs on, without a word. Node's built-ins only, from Node 18 on.

/** This machine as packages name it. */
function thisMachine() {
  const libc = process.report?.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
  return { os: process.platform, cpu: process.arch, libc: process.platform === 'linux' ? libc : undefined };
}

/**
 * Returns the bindings for this machine that the lockfile names and that are not installed. `wanted` and `installed`
 * are the `packages` of npm's lockfiles.
 */
function missingBindings(wanted, installed, machine = thisMachine()) {
  return Object.entries(wanted)
    .filter(
      ([path, { optional, os, cpu, libc }]) =>
        optional &&
        !installed[path] &&
        // What is for every machine is no binding.
        os &&
        cpu &&
        fits(os, machine.os) &&
        fits(cpu, machine.cpu) &&
        (!machine.libc || fits(libc, machine.libc)),
    )
    .map(([path]) => path);
}

/** npm's rule: `!x` refuses x, a list without such must name it. */
function fits(named, value) {
  if (!named) return true;
  const refused = named.filter((each) => each.startsWith('!'));
  if (refused.includes(`!${value}`)) return false;
  return named.length === refused.length || named.includes(value);
}

module.exports = { missingBindings };
