/** Mobile numbers of one network, each another one, so that tests of one file do not read each other's texts. */
export function numbersOf(network: string): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `+380${network}${String(last).padStart(7, '0')}`;
  };
}
