using System.Diagnostics;
using System.Reflection;
using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph.Tests.Answers;

/// <summary>Code that tells one instant, or one person, from another.</summary>
/// <remarks>
/// The instructions of this application and of the model are followed into every method that they could call. The
/// engine is not: it hands nothing of the kind to resolvers.
/// </remarks>
internal static class PersonalCode
{
    private static readonly Assembly[] Followed =
    [
        typeof(Caller).Assembly,
        typeof(Agency).Assembly,
        typeof(PersonalCode).Assembly,
    ];

    private static readonly Type[] Ours =
    [
        .. Followed[..2].SelectMany(assembly => assembly.GetTypes()).Where(type => !type.IsInterface),
    ];

    private static readonly Dictionary<Type, string[]> Personal = new()
    {
        [typeof(TimeProvider)] = [nameof(TimeProvider.GetUtcNow), nameof(TimeProvider.GetLocalNow), "GetTimestamp"],
        [typeof(DomainClock)] = ["get_Now", nameof(DomainClock.GetUtcNow)],
        [typeof(DateTime)] = ["get_Now", "get_UtcNow", "get_Today"],
        [typeof(DateTimeOffset)] = ["get_Now", "get_UtcNow"],
        [typeof(Stopwatch)] = [nameof(Stopwatch.GetTimestamp), nameof(Stopwatch.StartNew)],
        [typeof(Environment)] = ["get_TickCount", "get_TickCount64"],
        [typeof(Random)] = ["get_Shared", ".ctor"],
        [typeof(Guid)] = [nameof(Guid.NewGuid)],
        [typeof(Caller)] = ["get_Subject", "get_Name", "get_Identity"],
        [typeof(IActor)] = ["get_Subject", "get_Name"],
    };

    /// <summary>Where such code is called, and an answer may be kept all the same.</summary>
    private static readonly Dictionary<Type, string[]> Harmless = new()
    {
        // The date is part of the place of the last change, and so is the distance of the two clocks.
        [typeof(DomainClock)] = ["get_Today"],
        [typeof(RecordClock)] = ["get_HoursAhead"],
        // It gives an instant by which everything stored is in an answer. That stays true until something is stored.
        [typeof(Snapshots)] = [nameof(Snapshots.ReadAsync)],
        // The limits of signed-in callers are theirs alone, and so are the keys of their requests.
        [typeof(Caller)] = ["get_IsSignedIn"],
    };

    /// <summary>Whether a method could run such code.</summary>
    public static bool IsReachedFrom(MethodBase start)
    {
        var seen = new HashSet<MethodBase> { start };
        var next = new Queue<MethodBase>(seen);
        while (next.TryDequeue(out var method))
        {
            foreach (var called in Calls.Of(method).Concat(LoadersOf(method)))
            {
                if (Is(called, Personal) && !Is(method, Harmless))
                    return true;
                foreach (var body in Bodies(called).Where(body => !Is(body, Harmless) && seen.Add(body)))
                    next.Enqueue(body);
            }
        }

        return false;
    }

    private static bool Is(MethodBase method, Dictionary<Type, string[]> listed) =>
        method.DeclaringType is { } type && listed.GetValueOrDefault(type)?.Contains(method.Name) == true;

    // The method itself, and for one that can be overridden, whatever overrides it.
    private static IEnumerable<MethodBase> Bodies(MethodBase called)
    {
        if (Followed.Contains(called.Module.Assembly))
            yield return called;
        if (!called.IsVirtual || called.DeclaringType is not { } type || type.Assembly == typeof(object).Assembly)
            yield break;
        foreach (var other in Ours.Where(other => other != type && Derives(other, type)))
        {
            foreach (var method in Calls.MembersOf(other))
            {
                var name = method.Name[(method.Name.LastIndexOf('.') + 1)..];
                if (name == called.Name && method.GetParameters().Length == called.GetParameters().Length)
                    yield return method;
            }
        }
    }

    private static bool Derives(Type derived, Type from) =>
        derived.GetInterfaces().Concat(BasesOf(derived)).Any(type => Open(type) == Open(from));

    private static IEnumerable<Type> BasesOf(Type type)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType)
            yield return at;
    }

    private static Type Open(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    // The engine calls all of a loader that a method, or the class around it, is given.
    private static IEnumerable<MethodBase> LoadersOf(MethodBase method) =>
        (method.DeclaringType?.GetConstructors() ?? [])
            .Append(method)
            .SelectMany(m => m.GetParameters())
            .Select(parameter => parameter.ParameterType)
            .Where(type =>
                Followed.Contains(type.Assembly) && BasesOf(type).Any(t => t.Assembly == typeof(ReadGate).Assembly)
            )
            .SelectMany(Calls.MembersOf);
}
