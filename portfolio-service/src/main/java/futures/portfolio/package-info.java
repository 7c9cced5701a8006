/**
 * Owns {@code data/portfolio.db}: portfolios, orders and what they leave open, round trips, and cash after each.
 *
 * <p>The accounting, as {@code docs/portfolio.md} tells it: lots are closed first in, first out; the gross P&amp;L of what is
 * closed is {@code (exit - entry) * point value * contracts}, rounded to the cent once per lot that is closed, halves to
 * the even cent; a commission leaves the cash with the order that it was paid for; opening a futures position moves no
 * other cash. Hence at all times {@code cash = initial cash + gross of all round trips - all costs}.
 */
package futures.portfolio;
