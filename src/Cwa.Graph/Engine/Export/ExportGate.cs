namespace Cwa.Graph.Engine;

/// <summary>Lets only so many exports run at once, and fewer of one caller: each keeps a processor busy for as long as it is read.</summary>
[Service]
public sealed class ExportGate(Limits limits)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _running = [];

    /// <summary>Takes a place, until it is disposed.</summary>
    /// <exception cref="RequestError">There is none (TOO_MANY_EXPORTS).</exception>
    internal IDisposable Enter(string who)
    {
        lock (_lock)
        {
            var own = _running.GetValueOrDefault(who);
            if (own >= limits.ExportsOfOne)
                throw RequestError.TooManyExports($"{own} exports of yours run; more do not at once.");
            if (_running.Values.Sum() is var all && all >= limits.Exports)
                throw RequestError.TooManyExports($"{all} exports run; more do not at once.");
            _running[who] = own + 1;
        }

        return new Place(this, who);
    }

    private void Leave(string who)
    {
        lock (_lock)
        {
            if (--_running[who] == 0)
                _running.Remove(who);
        }
    }

    private sealed class Place(ExportGate gate, string who) : IDisposable
    {
        public void Dispose() => gate.Leave(who);
    }
}
