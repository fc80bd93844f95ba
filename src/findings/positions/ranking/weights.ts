/**
 * How much each clue to an issue counts, in thousandths: for contents of all kinds, and on top of that for those of each
 * kind (pointing, silent, doing, weak, sure, manifold). Learnt by `training/issue-ranking/train.ts` from invented reports.
 */

/** Where a model has learnt the agenda. */
export const WITH_MODEL: readonly (readonly number[])[] = [
  [792, 0, 0, 0, 6, -90, -86], // matter, sure
  [-290, 94, 0, 0, 774, -1, 0], // matter, weak
  [-308, 0, 0, 0, 6, -165, -86], // first sure term
  [-293, 94, 0, 0, -226, 0, 0], // first weak term
  [240, 0, 0, 0, 0, 16, 182], // size of sure terms
  [473, 94, 0, 0, 91, 14, 72], // weak term
  [373, 0, 0, 0, 0, 77, 171], // sure term at its core
  [-90, 116, 0, 0, 597, 260, -23], // weak term at its core
  [27, 0, 0, 0, 0, 2, 8], // sure term before its bounds
  [-417, 0, 0, 0, 0, -136, -1], // sure term behind its bounds alone
  [175, 94, 0, 0, -220, 209, 72], // place of the first term
  [464, 438, 271, 295, 305, 287, 42], // learnt score
  [-281, 8, 148, -88, -189, -169, 22], // learnt best
  [344, -201, 90, 154, 173, 7, -103], // sure before
  [479, 49, -12, 220, 29, -98, -30], // weak before
  [464, 53, 252, 143, -147, -100, -48], // sure behind
  [709, 50, 122, -36, 88, -98, 107], // weak behind
  [0, 0, 0, 0, 0, 0, 0], // sure in the condition
  [161, 1079, -97, 316, 267, 30, -70], // nearest sure term before
  [444, -181, 1, 354, 59, -88, 12], // sentence before
  [548, 7, 118, 178, -23, -11, -87], // sentence before, weak
  [-302, 0, -46, -13, 3, -16, -28], // sentence before, other paragraph
  [568, 5, 161, 113, -74, -152, 145], // second sentence before
  [522, 92, -276, 275, 231, -21, -125], // sentence behind
  [572, -150, 193, -89, 98, 148, 5], // lead
  [279, -165, -79, 269, 113, -2, -49], // lead, weak
  [234, -2, 42, -1, 11, 49, -21], // heading
  [511, -45, 112, 262, 126, -86, -107], // whole
  [117, 82, -42, 106, -2, 87, -236], // whole, most
  [171, -20, 132, 27, 14, -116, 25], // first place of its core
  [71, -2, 133, -44, 25, -114, 25], // places of its core
  [225, -6, 79, 56, 30, -120, 53], // first places of its nouns
  [-148, -7, 123, -52, -14, -165, 37], // places of its nouns
  [435, -67, 264, 108, -168, 7, 47], // topic of the sentence
  [821, -99, 206, 174, 20, 83, -88], // topic of the sentence before
  [121, 72, -156, 264, -32, 77, -194], // topic of the sentence behind
  [523, 30, 202, 4, -94, 18, 19], // topic of its core's place
  [905, 126, 175, 49, 98, -60, 1], // topics of the whole
  [114, -103, 169, -107, 173, -97, 5], // same words before
  [-153, -106, 56, 44, -43, 23, -31], // holder's last
  [447, 229, 319, 320, -14, -129, -182], // other's last
  [154, 195, 50, -21, -172, 27, -24], // in the same sentence
  [313, -193, 347, 136, 59, -60, -179], // earlier ones
  [0, 0, 0, 0, 0, 0, 0], // answered
  [-158, -151, -341, -206, -66, 5, -17], // none
  [37, -10, -222, -15, 105, 187, -27], // none: best learnt score
  [217, 259, 21, -177, 0, 0, 0], // none: no term in the sentence
  [110, -118, 77, 60, 98, -87, 1], // none: no term in the sentence before
  [819, 211, 23, 1, 118, 96, -7], // none: spread of the whole
];

/** For an agenda that no model has learnt. */
export const WITHOUT_MODEL: readonly (readonly number[])[] = [
  [1253, 0, 0, 0, 26, 163, -81], // matter, sure
  [-52, 116, 0, 0, 852, -2, 0], // matter, weak
  [262, 0, 0, 0, 26, 170, -81], // first sure term
  [-49, 116, 0, 0, -148, 0, 0], // first weak term
  [452, 0, 0, 0, 0, 44, 278], // size of sure terms
  [817, 116, 0, 0, 348, -166, 146], // weak term
  [465, 0, 0, 0, 0, 54, 254], // sure term at its core
  [23, 145, 0, 0, 645, 200, 2], // weak term at its core
  [-38, 0, 0, 0, 0, -32, 18], // sure term before its bounds
  [-68, 0, 0, 0, 0, -19, -3], // sure term behind its bounds alone
  [483, 116, 0, 0, -122, 262, 99], // place of the first term
  [0, 0, 0, 0, 0, 0, 0], // learnt score
  [0, 0, 0, 0, 0, 0, 0], // learnt best
  [429, -212, 110, 163, 145, 38, -84], // sure before
  [716, 91, -73, 270, 61, -105, -5], // weak before
  [661, 53, 231, 125, -133, -37, -18], // sure behind
  [908, 63, 220, -75, 85, -112, 122], // weak behind
  [0, 0, 0, 0, 0, 0, 0], // sure in the condition
  [196, 1044, -51, 279, 226, 87, -59], // nearest sure term before
  [710, -150, 83, 339, -6, -1, 15], // sentence before
  [688, -9, 208, 186, 5, -73, -79], // sentence before, weak
  [-26, 0, -21, -20, 28, 28, -22], // sentence before, other paragraph
  [608, 29, 221, 30, -103, -109, 144], // second sentence before
  [663, 60, -310, 273, 212, 36, -51], // sentence behind
  [589, -164, 225, -50, -3, 137, 65], // lead
  [425, -92, -1, 318, 8, -65, -28], // lead, weak
  [180, -3, 19, -4, 11, 42, -5], // heading
  [911, -50, 334, 305, 152, -155, -46], // whole
  [143, 50, -26, 115, -80, 24, -91], // whole, most
  [163, -22, 125, 55, -22, -150, 67], // first place of its core
  [121, -14, 151, -25, -26, -111, 67], // places of its core
  [404, -13, 120, 94, -24, -94, 84], // first places of its nouns
  [-85, -24, 138, -43, -91, -115, 73], // places of its nouns
  [0, 0, 0, 0, 0, 0, 0], // topic of the sentence
  [0, 0, 0, 0, 0, 0, 0], // topic of the sentence before
  [0, 0, 0, 0, 0, 0, 0], // topic of the sentence behind
  [0, 0, 0, 0, 0, 0, 0], // topic of its core's place
  [0, 0, 0, 0, 0, 0, 0], // topics of the whole
  [10, -122, 132, -148, -7, 135, 8], // same words before
  [-53, -105, 90, 85, -36, -2, -58], // holder's last
  [298, 237, 77, 251, 320, -295, -166], // other's last
  [219, 2, 305, 105, -100, -209, -29], // in the same sentence
  [404, -107, 333, 50, 99, 12, -194], // earlier ones
  [0, 0, 0, 0, 0, 0, 0], // answered
  [1103, 237, 57, 71, 69, 86, -132], // none
  [0, 0, 0, 0, 0, 0, 0], // none: best learnt score
  [354, 370, -73, -175, 0, 0, 0], // none: no term in the sentence
  [311, 12, 18, 94, 40, -78, -69], // none: no term in the sentence before
  [1203, 342, -6, 41, 192, 144, -50], // none: spread of the whole
];
