/** Words of papers and cases that come of a petition; in Ukrainian only, as all that goes into the register. */
export const petitionPapers = {
  asAppeal:
    'Електронна петиція № {number} «{title}», яка не набрала потрібної кількості підписів (зібрано {signatures} із {threshold}), ' +
    'розглядається як звернення громадян (ст. 23-1 Закону «Про звернення громадян»). Ініціатор: {initiator}.\n\n' +
    'Суть:\n{essence}\n\nВимога:\n{demand}',
};
