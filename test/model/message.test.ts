import assert from 'node:assert/strict';
import { accessMessages } from '../../src/model/access/accessMessages';
import { problemMessages } from '../../src/model/identifiers/messages';
import { fillTemplate } from '../../src/model/message';
import { validationAdviceMessages } from '../../src/model/validationAdviceMessages';

describe('fillTemplate', () => {
  it('puts arguments into their places once, whatever is in them', () =>
    assert.equal(fillTemplate('{1} and {0} and {2}', ['{1}', '$&']), '$& and {1} and {2}'));
});

describe('every sentence', () => {
  for (const [code, sentence] of Object.entries({
    ...problemMessages,
    ...accessMessages,
    ...validationAdviceMessages,
  })) {
    it(code, () => assert.match(sentence, /^["A-Z{].*[.]$/s));
  }
});
