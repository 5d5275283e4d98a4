/**
 * One FXML and one controller for each part of the window. Controllers bind the model to controls and hand over what people do;
 * decisions belong to the model. FX thread only.
 */
package org.digitscope.app.view;
