/** Contract specs: what a fresh store is filled with, what users change, and which one a symbol trades by. */
package futures.data.contract;
