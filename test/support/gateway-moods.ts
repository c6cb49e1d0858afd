/** How a simulated provider answers the next text. */
export type Mood =
  | 'accept'
  | 'refuse'
  | 'busy'
  /** Says that it takes nothing from anybody now. */
  | 'resting'
  | 'broken'
  | 'broken-after-taking'
  | 'reset'
  | 'reset-after-taking'
  | 'silent-after-taking';

/** What the contract of gateways asks of a simulated provider. */
export interface GatewaySimulator {
  /** How the next text is answered; those after it are accepted. */
  behave(mood: Mood): Promise<void>;
  /** From now on it breaks down when it is asked what it took. */
  stopListing(): Promise<void>;
  /** The words that a phone got, oldest first. */
  texts(to: string): Promise<string[]>;
  /** How texts that it takes from now on end. */
  endAs(state: 'delivered' | 'undelivered'): Promise<void>;
  /** Until the texts of this phone have ended. */
  settled(to: string): Promise<void>;
}
