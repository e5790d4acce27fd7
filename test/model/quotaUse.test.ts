import assert from 'node:assert/strict';
import { quotaUse, shareOf } from '../../src/model/quotaUse';

const quota = { id: 'byok.max_keys.per_org', limit: 20 };

describe('the use of a quota', () => {
  it('is what the service says, or what is listed where that is more', () => {
    const uses = [undefined, 0, 7, 12].map(usage => quotaUse({ ...quota, usage }, 9));
    assert.deepEqual(
      uses.map(({ used, limit }) => [used, limit]),
      [
        [9, 20],
        [9, 20],
        [9, 20],
        [12, 20],
      ],
    );
  });

  it('has a share, also of nothing, and above a limit that was lowered', () => {
    const shares = [
      [5, 20],
      [21, 20],
      [0, 0],
    ].map(([used = 0, limit = 0]) => shareOf({ used, limit }));
    assert.deepEqual(shares, [0.25, 1.05, 1]);
  });
});
