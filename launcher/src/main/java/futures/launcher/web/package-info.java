/** What the launcher serves over HTTP: the dashboard's page, the facts about processes, and live events. */
package futures.launcher.web;
