namespace Cwa.Model.Tests;

public sealed class EventOutcomeTests
{
    private static readonly DateOnly Day = new(1998, 4, 14);
    private static readonly DateTime Stored = new(1998, 4, 15, 12, 0, 0, DateTimeKind.Utc);

    private readonly Guid _id = Guid.NewGuid();
    private readonly Event _event = new(Samples.Submitted(Samples.Agency()), Samples.Facts(), []);

    [Fact]
    public void That_an_event_was_held_says_how_many_took_part()
    {
        var held = _event.Confirm(Day, 120, CountMethod.Estimated, Samples.Noon, "pat", _id, Stored);

        Assert.Equal(
            (_id, _event.Id, EventStatus.Held, Samples.Noon, "pat", Stored),
            (held.Id, held.EventId, held.Status, held.At, held.By, held.RecordedAt)
        );
        Assert.Equal((120, CountMethod.Estimated, null), (held.Attendance, held.CountMethod, held.Reason));
    }

    [Fact]
    public void That_an_event_was_cancelled_says_why()
    {
        var cancelled = _event.Cancel("Snow.", Samples.Noon, "pat", _id, Stored);

        Assert.Equal(
            (_id, _event.Id, EventStatus.Cancelled, "Snow.", Stored),
            (cancelled.Id, cancelled.EventId, cancelled.Status, cancelled.Reason, cancelled.RecordedAt)
        );
    }

    [Fact]
    public void That_an_event_was_put_off_says_why_and_to_when()
    {
        var postponed = _event.Postpone("Snow.", Day.AddDays(7), null, Samples.Noon, "pat", _id, Stored);

        Assert.Equal(
            (_id, EventStatus.Postponed, "Snow.", Day.AddDays(7), Day.AddDays(7), Stored),
            (
                postponed.Id,
                postponed.Status,
                postponed.Reason,
                postponed.NewStartsOn,
                postponed.NewEndsOn,
                postponed.RecordedAt
            )
        );
    }

    [Fact]
    public void An_outcome_has_an_id_of_its_own_and_is_stamped_when_it_is_saved()
    {
        var first = _event.Confirm(Day, null, null, Samples.Noon, "pat");
        var second = _event.Confirm(Day, null, null, Samples.Noon, "pat");

        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(default, first.RecordedAt);
    }

    [Fact]
    public void An_attendance_is_not_negative_and_its_method_is_one_of_two()
    {
        Assert.Throws<ArgumentException>(() => _event.Confirm(Day, null, CountMethod.Counted, Samples.Noon, "pat"));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            _event.Confirm(Day, -1, CountMethod.Counted, Samples.Noon, "pat")
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => _event.Confirm(Day, 1, (CountMethod)3, Samples.Noon, "pat"));
        Assert.Equal(EventStatus.Planned, _event.Status);
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void Who_said_so_has_at_most_200_characters(int length, bool isKept) =>
        MustKeep(isKept, () => _event.Cancel("Snow.", Samples.Noon, new('x', length)));

    [Theory]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    public void A_reason_has_at_most_a_thousand_characters(int length, bool isKept)
    {
        MustKeep(isKept, () => _event.Postpone(new('x', length), null, null, Samples.Noon, "pat"));
        MustKeep(isKept, () => _event.Cancel(new('x', length), Samples.Noon, "pat"));
    }

    [Fact]
    public void The_instant_at_which_it_was_said_is_UTC() =>
        MustKeep(false, () => _event.Cancel("Snow.", DateTime.SpecifyKind(Samples.Noon, DateTimeKind.Local), "pat"));

    [Theory]
    [InlineData(null, 7)]
    [InlineData(7, 6)]
    public void New_days_begin_with_a_first_one_and_end_no_earlier(int? first, int? last) =>
        MustKeep(
            false,
            () =>
                _event.Postpone(
                    "Snow.",
                    first is { } start ? Day.AddDays(start) : null,
                    last is { } end ? Day.AddDays(end) : null,
                    Samples.Noon,
                    "pat"
                )
        );

    [Fact]
    public void What_was_held_or_cancelled_is_neither_cancelled_nor_put_off()
    {
        var held = new Event(Samples.Submitted(Samples.Agency()), Samples.Facts(), []);
        held.Confirm(Day, null, null, Samples.Noon, "pat");
        _event.Cancel("Snow.", Samples.Noon, "pat");

        Assert.All(
            [held, _event],
            decided =>
            {
                Assert.Throws<InvalidOperationException>(() => decided.Cancel("Snow.", Samples.Noon, "pat"));
                Assert.Throws<InvalidOperationException>(() =>
                    decided.Postpone("Snow.", null, null, Samples.Noon, "pat")
                );
            }
        );
    }

    [Fact]
    public void Only_a_cancelled_event_is_planned_again() => Assert.Throws<InvalidOperationException>(_event.Reinstate);

    private void MustKeep(bool isKept, Action said)
    {
        if (isKept)
            said();
        else
            Assert.Throws<ArgumentException>(said);
        Assert.Equal(isKept, _event.Status != EventStatus.Planned);
    }
}
