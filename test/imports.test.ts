import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The files that a file names in its imports and exports, those of types too, which lint does not follow. */
function importsOf(file: string, all: ReadonlySet<string>): readonly string[] {
  const named = [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b[^;]*?\bfrom '(\.[^']+)';$/gm)];
  return named.flatMap(([, name = '']) => {
    const path = join(dirname(file), name);
    return [path, `${path}.ts`, `${path}.d.ts`].filter(each => all.has(each));
  });
}

/** Files that import each other, through others or at once; the first comes last again. Empty where there are none. */
function cycleIn(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): readonly string[] => {
    const at = path.indexOf(file);
    if (at >= 0) return [...path.slice(at), file];
    if (done.has(file)) return [];
    for (const next of graph.get(file) ?? []) {
      const cycle = visit(next, [...path, file]);
      if (cycle.length > 0) return cycle;
    }
    done.add(file);
    return [];
  };
  for (const file of graph.keys()) {
    const cycle = visit(file, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}

describe('the imports of types', () => {
  const files = globSync('{src,media,test}/**/*.ts').map(file => file.replaceAll('\\', '/'));
  const all = new Set(files);
  const graph = new Map(files.map(file => [file, importsOf(file, all)]));

  it('are found', () => {
    assert.ok(graph.get('src/notify.ts')?.includes('src/log.ts'));
  });

  it('lead in no circle', () => {
    assert.deepEqual(cycleIn(graph), []);
  });

  it('that lead in one would be seen', () => {
    const circle = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['d', ['b']],
    ]);
    assert.deepEqual(cycleIn(circle), ['b', 'd', 'b']);
  });
});
