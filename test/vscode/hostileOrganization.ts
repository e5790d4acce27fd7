import { demoOrganization } from '../../src/simulator/demoOrganization';
import type { SimulatedOrganization } from '../../src/simulator/organization';
import { hostileTexts } from './hostile';

/** An organization with one key for each text: it is the key's name and the message of its validation. */
export function hostileOrganization(): SimulatedOrganization {
  const organization = demoOrganization(Date.now());
  const [template] = organization.keys;
  if (!template) throw new Error('The demo organization has no key.');
  const keys = Object.values(hostileTexts).map((text, index) => {
    const message = text.slice(0, 10_000);
    const validation = { ...template.validation, phase: 'INVALID' as const, message };
    return { ...template, id: `cck-${index}`, displayName: text, validation };
  });
  return { ...organization, keys, clusters: [], holds: [] };
}
