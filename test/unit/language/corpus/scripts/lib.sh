set_output() { echo "$1=$2" >> "$FLOW_OUTPUT"; }
