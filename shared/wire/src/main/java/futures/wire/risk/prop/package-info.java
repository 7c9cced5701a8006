/** What the risk service says about plans of proprietary trading firms. Money is in the plan's currency. */
package futures.wire.risk.prop;
