#!/bin/sh
echo "id,name"
