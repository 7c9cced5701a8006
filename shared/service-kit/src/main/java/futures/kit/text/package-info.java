/** Words that the rest of the kit needs: the version it is, and what somebody may have meant. Depends on nothing. */
package futures.kit.text;
