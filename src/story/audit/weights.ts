/**
 * How much each sign of support counts for each verdict. Learnt by `training/claim-support/train.ts` from the 349 claims
 * of WiCE dev (Kamoi and others 2023; ODC-BY over CC BY-SA texts); weights only, no text is kept.
 */
export const SUPPORT_WEIGHTS: readonly { readonly bias: number; readonly weights: readonly number[] }[] = [
  // not found
  {
    bias: 3.5521,
    weights: [
      -0.9172, // words in the best sentence
      -1.0085, // words in the sentences together
      -1.1037, // words anywhere
      -0.9561, // pairs of words in one sentence
      -0.9917, // names in the sentences together
      -0.5026, // figures in the sentences together
      -0.3013, // has figures
      -0.4682, // has names
      0.0223, // negated on one side
      0.0112, // sentences found
      0.194, // words missing
      -0.4192, // long claim
      -0.41, // names anywhere
      -0.4689, // figures anywhere
    ],
  },
  // partly
  {
    bias: -0.4109,
    weights: [
      0.3079, // words in the best sentence
      0.2178, // words in the sentences together
      0.3392, // words anywhere
      0.1266, // pairs of words in one sentence
      0.0395, // names in the sentences together
      -0.1742, // figures in the sentences together
      0.0706, // has figures
      0.1433, // has names
      -0.1329, // negated on one side
      0.2363, // sentences found
      0.4809, // words missing
      0.1365, // long claim
      0.1683, // names anywhere
      -0.1438, // figures anywhere
    ],
  },
  // supported
  {
    bias: -3.1413,
    weights: [
      0.6093, // words in the best sentence
      0.7907, // words in the sentences together
      0.7645, // words anywhere
      0.8295, // pairs of words in one sentence
      0.9522, // names in the sentences together
      0.6768, // figures in the sentences together
      0.2307, // has figures
      0.3249, // has names
      0.1105, // negated on one side
      -0.2476, // sentences found
      -0.6749, // words missing
      0.2827, // long claim
      0.2417, // names anywhere
      0.6126, // figures anywhere
    ],
  },
];
