/** Series of bars as features see them: fetched from the data service, and moved for rolls without looking ahead. */
package futures.ml.bars;
