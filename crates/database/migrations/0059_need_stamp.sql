-- Whether any need has come or changed is asked at each look for near ones: answered from an index alone.
create index need_stamp on need (municipality_id, version, learnt);
