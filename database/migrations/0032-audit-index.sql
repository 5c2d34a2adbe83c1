-- whether an act left an entry is known before it is sent; nothing asks by request any more, and every write paid for the index
drop index audit_entry_county_id_request_id_idx;
