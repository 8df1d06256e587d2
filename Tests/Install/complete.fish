# What fish offers at the end of a line. Usage: fish complete.fish SHARE LINE
source $argv[1]/fish/vendor_completions.d/cogov.fish
complete --do-complete $argv[2]
