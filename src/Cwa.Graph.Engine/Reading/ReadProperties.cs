using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace Cwa.Graph.Engine;

/// <summary>Says which properties of its object a resolver reads, if that cannot be seen in its code.</summary>
/// <remarks>The id is always read.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReadsAttribute(params string[] properties) : Attribute
{
    /// <summary>The properties' names.</summary>
    public IReadOnlyList<string> Properties => properties;
}

/// <summary>Finds which properties of its object a resolver reads, so that no others are read from the database.</summary>
/// <remarks>
/// Most resolvers read a key and give it to a loader. Their compiled code loads the object only to call a property's
/// getter at once. A resolver whose code does anything else with the object may read all of it.
/// </remarks>
internal static class ReadProperties
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>The names of the properties of <paramref name="source"/> that a method reads; null for all.</summary>
    public static IReadOnlyList<string>? By(MethodInfo method, Type source)
    {
        if (method.GetCustomAttribute<ReadsAttribute>() is { } said)
            return said.Properties;

        var parameter = Array.FindIndex(method.GetParameters(), p => p.ParameterType == source);
        if (parameter < 0)
            return [];

        var names = new SortedSet<string>(StringComparer.Ordinal);
        var isObject = false;
        foreach (var (code, operand) in Instructions(method))
        {
            if (isObject && code.FlowControl != FlowControl.Cond_Branch)
            {
                if (PropertyRead(method, code, operand) is not { } name)
                    return null;
                names.Add(name);
            }

            isObject = Loads(code, operand) == parameter;
            if (isObject && code.Name!.StartsWith("starg", StringComparison.Ordinal))
                return null;
        }

        return [.. names];
    }

    private static string? PropertyRead(MethodInfo method, OpCode code, int operand) =>
        (code == OpCodes.Call || code == OpCodes.Callvirt)
        && method.Module.ResolveMethod(operand, method.DeclaringType!.GetGenericArguments(), [])
            is { IsSpecialName: true, Name: ['g', 'e', 't', '_', .. var name] }
            ? name
            : null;

    // The number of the parameter that an instruction loads, or its address, or stores; -1 for any other.
    private static int Loads(OpCode code, int operand) =>
        code.Name switch
        {
            "ldarg.0" => 0,
            "ldarg.1" => 1,
            "ldarg.2" => 2,
            "ldarg.3" => 3,
            "ldarg" or "ldarg.s" or "ldarga" or "ldarga.s" or "starg" or "starg.s" => operand,
            _ => -1,
        };

    private static IEnumerable<(OpCode Code, int Operand)> Instructions(MethodInfo method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < code.Length; )
        {
            short value = code[at++];
            if (value == 0xFE)
                value = (short)(0xFE00 | code[at++]);
            var known = Codes[value];
            var rest = code.AsSpan(at);
            var (operand, size) = known.OperandType switch
            {
                OperandType.InlineNone => (0, 0),
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => (
                    rest[0],
                    1
                ),
                OperandType.InlineVar => (BinaryPrimitives.ReadInt16LittleEndian(rest), 2),
                OperandType.InlineI8 or OperandType.InlineR => (0, 8),
                OperandType.InlineSwitch => (0, 4 + (4 * BinaryPrimitives.ReadInt32LittleEndian(rest))),
                _ => (BinaryPrimitives.ReadInt32LittleEndian(rest), 4),
            };
            yield return (known, operand);
            at += size;
        }
    }
}
