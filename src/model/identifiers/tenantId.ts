import type { Parsed } from './problem';
import { Reading } from './reading';
import { readText } from './readText';
import { checkUuid } from './uuid';

export interface Guid {
  /** In lower case, without braces. */
  readonly text: string;
}

const example = '3f2504e0-4f89-11d3-9a0c-0305e82c3301';

/** Reads the id of a Microsoft Entra tenant, a GUID; an application id has the same form. */
export function parseTenantId(text: string): Parsed<Guid> {
  const reading = readText(text, example);
  if (!(reading instanceof Reading)) return { ok: false, problem: reading.problem };
  const whole = reading.text;
  const braces = whole.startsWith('{') && whole.endsWith('}') && whole.length > 2;
  const id = (braces ? whole.slice(1, -1) : whole).toLowerCase();
  const start = braces ? 1 : 0;
  if (/^[0-9a-f]{32}$/.test(id)) {
    const groups = [id.slice(0, 8), id.slice(8, 12), id.slice(12, 16), id.slice(16, 20), id.slice(20)];
    return reading.fail('guidDashes', 'whole', start, start + 32, groups.join('-'));
  }
  if (/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(id)) return reading.fail('tenantDomain', 'whole');
  const failure = checkUuid(reading, 'whole', id, start, {
    length: 'guidLength',
    character: 'guidCharacter',
    trailing: 'guidTrailing',
  });
  if (failure) return failure;
  if (braces) reading.warn('guidBraces', 'whole');
  return reading.done({ text: id });
}
