using System.Globalization;
using Cwa.Model;

namespace Cwa.Graph.Tests;

/// <summary>
/// A clock with a fixed date in Washington, which a test can set; without one it has the date of the system's clock.
/// </summary>
public sealed class SetClock(TimeProvider system, DateOnly? today) : TimeProvider
{
    private DateOnly? _today = today;

    public override DateTimeOffset GetUtcNow() => new DomainClock(system, _today).GetUtcNow();

    /// <summary>Sets the date, for good.</summary>
    public void Set(string day) => _today = DateOnly.Parse(day, CultureInfo.InvariantCulture);

    /// <summary>Sets the date until what is returned is disposed.</summary>
    public IDisposable On(string day)
    {
        var back = new Back(this, _today);
        Set(day);
        return back;
    }

    private sealed class Back(SetClock clock, DateOnly? day) : IDisposable
    {
        public void Dispose() => clock._today = day;
    }
}
