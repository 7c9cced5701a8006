/** Series of bars as features see them: those of the data service, moved for rolls without looking ahead. */
package futures.ml.bars;
