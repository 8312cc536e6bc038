# The pause before an order is packed.
change-until = You can change this order until { $time }.
desk-packing-waits = The shopper can change it until { $time }. Then it is packed.
desk-packing-now = Pack it now
# A carrier that is to come for a parcel.
desk-collect = Have { $carrier } fetch it
desk-collect-day = Day
desk-collect-from = Not before (hour)
desk-collect-until = Not after (hour)
desk-collect-button = Have it fetched
desk-collect-asked = { $carrier } is being asked to come: { $when }
desk-collect-booked = { $carrier } comes: { $when }
desk-collect-refused = { $carrier } does not come: { $when }
desk-collect-wrong-moment = There is no such day, or no such hour: hours are 0 to 23.
desk-collect-wrong-when = Choose a time that has not begun, at most { $days } days from today.
desk-collect-wrong-short = A driver needs at least { $hours } hours.
desk-collect-wrong-gone = The parcel has no label, or its carrier has it already.
desk-collect-wrong-cannot = Its carrier fetches no parcels.
desk-collect-wrong-again = It was asked already, for another time.
