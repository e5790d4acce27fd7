import type { Reading } from './reading';

/** A vault's name by Azure's rules: 3 to 24 letters, digits and single dashes, a letter first, no dash last. */
export function checkVaultName(
  reading: Reading,
  name: string,
  start: number,
): ReturnType<Reading['fail']> | undefined {
  const end = start + name.length;
  const wrong = name.search(/[^0-9A-Za-z-]/);
  if (wrong >= 0) return reading.fail('azureVaultCharacter', 'vault', start + wrong, start + wrong + 1);
  if (name.length < 3 || name.length > 24) {
    return reading.fail('azureVaultLength', 'vault', start, end, String(name.length));
  }
  if (!/^[A-Za-z]/.test(name)) return reading.fail('azureVaultStart', 'vault', start, start + 1);
  if (name.endsWith('-')) return reading.fail('azureVaultEnd', 'vault', end - 1, end);
  const double = name.indexOf('--');
  if (double >= 0) return reading.fail('azureVaultDashes', 'vault', start + double, start + double + 2);
  return undefined;
}
